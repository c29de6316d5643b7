package cn.baosong.core.notice;

import cn.baosong.core.notice.Letter.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The wording of one kind of letter.
 *
 * <p>Plain text: the first line is the title; blank lines part the paragraphs; {@code ## } begins a
 * heading, numbered 一、二、 where there are several; lines that begin with {@code |} are a table,
 * whose first line heads its columns and which {@code [[items]]} has filled from the record; text
 * right above a table goes with it; below a line {@code ---} stands the small print. {@code
 * {number}} names a {@link Fact}.
 */
record Template(String title, List<Block> blocks, List<String> smallPrint) {
  private static final String NUMERALS = "一二三四五六七八九十";

  static final Template NONE = new Template("", List.of(), List.of());

  Template {
    blocks = List.copyOf(blocks);
    smallPrint = List.copyOf(smallPrint);
  }

  /** Reads a template that {@link TemplateFaults} finds nothing wrong with. */
  static Template of(String text) {
    TemplateText source = TemplateText.of(text);
    return new Template(
        source.title(),
        source.body().stream().map(Template::block).toList(),
        source.smallPrint().stream().map(TemplateText.Part::joined).toList());
  }

  /**
   * The body with facts in place; what names a missing fact, and a table without rows, is left out.
   */
  List<Section> body(Facts facts) {
    List<Section> sections = new ArrayList<>();
    Draft draft = new Draft("");
    for (Block block : blocks) {
      draft = draft.follows(block, facts, sections);
    }
    draft.close(sections);
    return numbered(sections);
  }

  List<String> smallPrint(Facts facts) {
    return smallPrint.stream().map(facts::fill).flatMap(Optional::stream).toList();
  }

  private static List<Section> numbered(List<Section> sections) {
    if (sections.stream().filter(section -> !section.heading().isEmpty()).count() < 2) {
      return sections;
    }
    List<Section> numbered = new ArrayList<>();
    int number = 0;
    for (Section s : sections) {
      String heading =
          s.heading().isEmpty()
              ? ""
              : NUMERALS.charAt(number++ % NUMERALS.length()) + "、" + s.heading();
      numbered.add(new Section(heading, s.paragraphs(), s.columns(), s.rows()));
    }
    return numbered;
  }

  private static Block block(TemplateText.Part part) {
    if (part.isHeading()) {
      return new Block.Heading(part.heading());
    }
    return part.isTable() ? table(part) : new Block.Paragraph(part.joined());
  }

  private static Block.Table table(TemplateText.Part part) {
    List<List<String>> rows = part.rows();
    return new Block.Table(
        part.lead(), rows.get(0), rows.subList(1, rows.size()), part.marker().flatMap(Rows::named));
  }

  /** A section in the making: heading, paragraphs, then at most one table, which ends it. */
  private static final class Draft {
    private final String heading;
    private final List<String> paragraphs = new ArrayList<>();

    Draft(String heading) {
      this.heading = heading;
    }

    Draft follows(Block block, Facts facts, List<Section> done) {
      if (block instanceof Block.Heading next) {
        close(done);
        return new Draft(facts.fill(next.text()).orElse(""));
      }
      if (block instanceof Block.Paragraph paragraph) {
        facts.fill(paragraph.text()).ifPresent(paragraphs::add);
        return this;
      }
      return block instanceof Block.Table table ? tabled(table, facts, done) : this;
    }

    void close(List<Section> done) {
      if (!paragraphs.isEmpty()) {
        done.add(new Section(heading, paragraphs, List.of(), List.of()));
      }
    }

    private Draft tabled(Block.Table table, Facts facts, List<Section> done) {
      List<List<String>> rows = new ArrayList<>();
      for (List<String> cells : table.rows()) {
        List<String> filled = cells.stream().map(facts::fill).flatMap(Optional::stream).toList();
        if (filled.size() == cells.size()) {
          rows.add(filled);
        }
      }
      table.filled().map(facts::rows).ifPresent(rows::addAll);
      if (rows.isEmpty()) {
        return this;
      }
      facts.fill(table.lead()).filter(lead -> !lead.isEmpty()).ifPresent(paragraphs::add);
      done.add(new Section(heading, paragraphs, table.columns(), rows));
      return new Draft("");
    }
  }
}
