package cn.baosong.print;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.Letter.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A letter as an XHTML tree. */
final class LetterPage {
  private static final int SIGNATURE_LINES = 2;

  /** Full-width characters of 10.5 pt between the margins of the page. */
  private static final double LINE = 42;

  private final PageTree tree;
  private final UnaryOperator<String> printable;

  private LetterPage(PageTree tree, UnaryOperator<String> printable) {
    this.tree = tree;
    this.printable = printable;
  }

  /**
   * @param sections what the page shows of the letter's body
   * @param style the style sheet
   * @param printable what makes a text fit for the font
   */
  static Document of(
      Letter letter, List<Section> sections, String style, UnaryOperator<String> printable) {
    PageTree tree = PageTree.begin(printable);
    new LetterPage(tree, printable).write(letter, sections, style);
    return tree.page();
  }

  private void write(Letter letter, List<Section> sections, String style) {
    Element body = tree.body(letter.title(), letter.title() + " " + letter.reference(), style);
    tree.text(body, "div", "reference", letter.reference());
    tree.text(body, "h1", "", letter.title());
    tree.text(body, "p", "addressee", letter.addressee() + "：");
    Optional<String> last = lastParagraph(sections);
    for (int i = 0; i < sections.size(); i++) {
      boolean cut = last.isPresent() && i == sections.size() - 1;
      section(body, cut ? withoutLast(sections.get(i)) : sections.get(i));
    }
    Element end = tree.add(body, "div", "end");
    last.ifPresent(paragraph -> tree.text(end, "p", "", paragraph));
    closing(end, letter.closing());
  }

  /** It keeps the signature company, which never stands alone on a page. */
  private static Optional<String> lastParagraph(List<Section> sections) {
    if (sections.isEmpty()) {
      return Optional.empty();
    }
    Section last = sections.get(sections.size() - 1);
    boolean text = last.columns().isEmpty() && !last.paragraphs().isEmpty();
    return text
        ? Optional.of(last.paragraphs().get(last.paragraphs().size() - 1))
        : Optional.empty();
  }

  private static Section withoutLast(Section section) {
    List<String> paragraphs = section.paragraphs();
    return new Section(
        section.heading(), paragraphs.subList(0, paragraphs.size() - 1), List.of(), List.of());
  }

  private void section(Element parent, Section section) {
    if (!section.heading().isEmpty()) {
      tree.text(parent, "h2", "", section.heading());
    }
    section.paragraphs().forEach(paragraph -> tree.text(parent, "p", "", paragraph));
    if (!section.columns().isEmpty()) {
      table(parent, section);
    }
  }

  private void table(Element parent, Section section) {
    Element table = tree.add(parent, "table", "");
    Element head = tree.add(tree.add(table, "thead", ""), "tr", "");
    double[] widths = ColumnWidths.of(section.columns(), printed(section.rows())).shares(LINE);
    for (int i = 0; i < widths.length; i++) {
      Element column = tree.text(head, "th", "", section.columns().get(i));
      column.setAttribute("style", String.format(Locale.ROOT, "width: %.1f%%", widths[i]));
    }
    Element rows = tree.add(table, "tbody", "");
    for (List<String> row : section.rows()) {
      Element line = tree.add(rows, "tr", "");
      row.forEach(cell -> tree.text(line, "td", "", cell));
    }
  }

  private List<List<String>> printed(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(printable).toList()).toList();
  }

  private void closing(Element parent, List<String> lines) {
    int signed = Math.min(SIGNATURE_LINES, lines.size());
    Element signature = tree.add(parent, "div", "signature");
    lines.subList(0, signed).forEach(line -> tree.text(signature, "p", "", line));
    if (lines.size() > signed) {
      Element small = tree.add(parent, "div", "small");
      lines.subList(signed, lines.size()).forEach(line -> tree.text(small, "p", "", line));
    }
  }
}
