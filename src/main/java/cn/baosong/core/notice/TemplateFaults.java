package cn.baosong.core.notice;

import cn.baosong.core.call.CallFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Finds what keeps a text from being a template, each fault with its line. */
final class TemplateFaults {
  private final String file;
  private final List<CallFault> faults = new ArrayList<>();

  private TemplateFaults(String file) {
    this.file = file;
  }

  static List<CallFault> in(String file, String text) {
    TemplateFaults found = new TemplateFaults(file);
    TemplateText source = TemplateText.of(text);
    if (source.title().isEmpty()) {
      found.add(0, "", "文书模板没有标题和正文", "the template of a letter is empty");
    }
    found.names(1, source.title());
    source.body().forEach(found::part);
    source.smallPrint().forEach(found::part);
    return found.faults;
  }

  private void part(TemplateText.Part part) {
    for (int i = 0; i < part.lines().size(); i++) {
      names(part.line() + i, part.lines().get(i));
    }
    if (part.isTable()) {
      table(part);
    } else if (part.marker().isPresent()) {
      add(
          part.line(),
          part.marker().get(),
          "[[…]] 上方要有以 | 开头的表头",
          "[[…]] stands below a line of column heads that begins with |");
    }
  }

  private void names(int line, String text) {
    Matcher matcher = Facts.PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      if (Fact.named(matcher.group(1)).isEmpty()) {
        add(line, matcher.group(), "没有这个占位符", "there is no such placeholder");
      }
    }
  }

  private void table(TemplateText.Part part) {
    List<List<String>> rows = part.rows();
    int columns = rows.get(0).size();
    boolean even = rows.stream().allMatch(row -> row.size() == columns);
    if (!even || !part.isWholeTable()) {
      add(
          part.line(),
          "",
          "表格各行的栏数不同，或者夹有不属于表格的行",
          "the rows of a table have as many cells as its head, and nothing stands between them");
    }
    part.marker().ifPresent(marker -> marker(part.line(), marker, columns));
  }

  private void marker(int line, String marker, int columns) {
    Optional<Rows> rows = Rows.named(marker);
    if (rows.isEmpty()) {
      add(line, "[[" + marker + "]]", "没有这个表", "there is no such table");
    } else if (rows.get().columns() != columns) {
      int due = rows.get().columns();
      add(line, "[[" + marker + "]]", "这个表有" + due + "栏", "this table has " + due + " columns");
    }
  }

  private void add(int line, String key, String zh, String en) {
    faults.add(new CallFault(file, line, key, zh, en));
  }
}
