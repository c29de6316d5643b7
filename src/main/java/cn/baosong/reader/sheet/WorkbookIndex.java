package cn.baosong.reader.sheet;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;

/** {@code xl/workbook.xml}: which sheets there are, and which epoch its dates count from. */
final class WorkbookIndex extends XmlPart {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT_RELATIONS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";
  private static final int MAX_SHEETS = 200;

  private final List<SheetEntry> sheets = new ArrayList<>();
  private boolean since1904;

  record SheetEntry(String name, String relation, boolean hidden) {}

  List<SheetEntry> sheets() {
    return sheets;
  }

  boolean since1904() {
    return since1904;
  }

  @Override
  void start(String element, Attributes attributes) {
    if (element.equals("workbookPr")) {
      String value = attributes.getValue("date1904");
      since1904 = "1".equals(value) || "true".equals(value);
    } else if (element.equals("sheet") && sheets.size() < MAX_SHEETS) {
      String relation = attributes.getValue(RELATIONS, "id");
      String strict = attributes.getValue(STRICT_RELATIONS, "id");
      String state = attributes.getValue("state");
      String name = attributes.getValue("name");
      if (name != null && (relation != null || strict != null)) {
        boolean hidden = state != null && !state.equals("visible");
        sheets.add(new SheetEntry(name, relation != null ? relation : strict, hidden));
      }
    }
  }
}
