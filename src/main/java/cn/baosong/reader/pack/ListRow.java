package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.PartialDate;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.reader.sheet.Cell;
import cn.baosong.reader.sheet.Row;
import cn.baosong.reader.sheet.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One candidate's row of the list, with what its columns headed 纸质· say of the signed paper and of
 * posting.
 */
record ListRow(Row row, int position, String list) {
  private static final String PAPER = "纸质";
  private static final String POSTMARK = "邮戳日期";
  private static final String ITEM = "邮件号";
  private static final String CARRIER = "承运";

  /** Name as the list states it; empty when the cell is. */
  String name() {
    return text("姓名");
  }

  /** The number that the unit ranks the candidate by: 序号 or 排名, else its place in the list. */
  int rank() {
    for (String column : List.of("排名", "序号")) {
      String digits = text(column);
      if (digits.matches("\\d{1,4}")) {
        return Integer.parseInt(digits);
      }
    }
    return position;
  }

  Opened.Entry entry(Papers.Described files) {
    List<Defect> defects = new ArrayList<>(troubles());
    defects.addAll(files.defects());
    return new Opened.Entry(
        rank(),
        Optional.empty(),
        Optional.empty(),
        fields(false),
        fields(true),
        parcel(),
        files.documents(),
        defects,
        list + " 第 " + row.lineNumber() + " 行");
  }

  private Map<String, String> fields(boolean ofPaper) {
    Map<String, String> fields = new LinkedHashMap<>();
    row.cells()
        .forEach(
            (column, cell) -> {
              Optional<String> paper = paperField(column);
              if (paper.isPresent() == ofPaper && paper.filter(ListRow::isPosting).isEmpty()) {
                fields.put(paper.orElse(column), cell.text());
              }
            });
    return fields;
  }

  private Optional<StatedParcel> parcel() {
    Optional<String> postmark = paper(POSTMARK);
    Optional<String> item = paper(ITEM);
    if (postmark.isEmpty() && item.isEmpty()) {
      return Optional.empty();
    }
    Optional<PartialDate> date = postmark.flatMap(PartialDate::parse);
    return Optional.of(
        new StatedParcel(
            paper(CARRIER).orElse(""),
            item.orElse(""),
            date.filter(d -> d.precision() == PartialDate.Precision.DAY).map(PartialDate::latest),
            true,
            Optional.empty()));
  }

  private List<Defect> troubles() {
    return row.cells().entrySet().stream()
        .filter(cell -> cell.getValue().trouble().isPresent())
        .map(cell -> defect(cell.getKey(), cell.getValue()))
        .toList();
  }

  private static Defect defect(String column, Cell cell) {
    Trouble trouble = cell.trouble().orElseThrow();
    return new Defect(
        FindingCode.FORM_INVALID.name(),
        cell.place(),
        "“" + column + "”" + trouble.chinese() + "。",
        false);
  }

  private Optional<String> paper(String field) {
    return row.cells().entrySet().stream()
        .filter(cell -> paperField(cell.getKey()).filter(field::equals).isPresent())
        .map(cell -> cell.getValue().text())
        .findFirst();
  }

  private String text(String column) {
    return row.cell(column).map(Cell::text).orElse("");
  }

  private static boolean isPosting(String field) {
    return field.equals(POSTMARK) || field.equals(ITEM) || field.equals(CARRIER);
  }

  /** The field that a column headed 纸质·姓名 speaks of; clerks type the dot in many ways. */
  private static Optional<String> paperField(String column) {
    return column.matches(PAPER + "[·•・‧.．:：—-].+")
        ? Optional.of(column.substring(PAPER.length() + 1))
        : Optional.empty();
  }
}
