package cn.baosong.print;

import cn.baosong.core.notice.Letter.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a hostile or mistaken list of thousands from filling the memory: the page shows the first
 * rows and says where all of them stand.
 *
 * @param words the sentence below a table that was cut
 */
record LongTables(String words) {
  static final int LONGEST = 400;

  List<Section> cut(List<Section> sections) {
    List<Section> shown = new ArrayList<>();
    for (Section section : sections) {
      List<List<String>> rows = section.rows();
      if (rows.size() <= LONGEST) {
        shown.add(section);
        continue;
      }
      shown.add(
          new Section(
              section.heading(),
              section.paragraphs(),
              section.columns(),
              rows.subList(0, LONGEST)));
      shown.add(Section.of(sentence(rows.size())));
    }
    return shown;
  }

  private String sentence(int all) {
    return words
        .strip()
        .replace("{shown}", String.valueOf(LONGEST))
        .replace("{left}", String.valueOf(all - LONGEST))
        .replace("{all}", String.valueOf(all));
  }
}
