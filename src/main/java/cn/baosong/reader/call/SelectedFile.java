package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.SelectedPerson;
import cn.baosong.reader.sheet.Remark;
import cn.baosong.reader.sheet.Row;
import cn.baosong.reader.sheet.Sheet;
import cn.baosong.reader.sheet.SheetLimits;
import cn.baosong.reader.sheet.SheetReader;
import cn.baosong.reader.sheet.SheetReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One list of persons selected before, a workbook or separated text as offices keep them. A row
 * without a name is a fault; a number that fails its check is a remark, for the copy that the
 * office has may be all there is.
 */
final class SelectedFile {
  private static final int MOST_REMARKS = 20;
  private static final SheetReader SHEETS =
      new SheetReader(new SheetLimits(CallFolder.MAX_LIST_BYTES, 50_000, 60, 500_000, 2_000));

  private final String file;
  private final Faults faults;
  private final Faults remarks;
  private int remarked;

  SelectedFile(String file, Faults faults, Faults remarks) {
    this.file = file;
    this.faults = faults;
    this.remarks = remarks;
  }

  List<SelectedPerson> read(byte[] bytes) {
    SheetReading reading = sheet(bytes);
    boolean listed =
        reading.sheet().filter(s -> s.columns().stream().anyMatch(SelectedRow::isName)).isPresent();
    if (reading.sheet().isEmpty()) {
      reading.remarks().forEach(r -> faults.add(at(0, "", r.chinese(), r.english())));
    } else if (!listed) {
      faults.add(at(0, SelectedRow.NAME, "没有“姓名”列", "has no column 姓名"));
    } else {
      reading.remarks().forEach(this::remark);
    }
    return reading.sheet().filter(s -> listed).map(this::people).orElse(List.of());
  }

  private List<SelectedPerson> people(Sheet sheet) {
    return sheet.rows().stream().flatMap(row -> person(row).stream()).toList();
  }

  private List<SelectedPerson> person(Row row) {
    SelectedRow selected = new SelectedRow(row);
    if (selected.name().isEmpty()) {
      faults.add(at(row.lineNumber(), SelectedRow.NAME, "缺少姓名", "has no name"));
      return List.of();
    }
    selected.doubts().forEach(doubt -> remark(row.lineNumber(), doubt));
    return List.of(selected.person(file + "!" + row.lineNumber()));
  }

  private SheetReading sheet(byte[] bytes) {
    try {
      return SHEETS.read(bytes, file);
    } catch (IOException ours) {
      throw new UncheckedIOException("cannot lay down " + file, ours);
    }
  }

  private void remark(Remark remark) {
    remarks.add(at(0, "", remark.chinese(), remark.english()));
  }

  private void remark(int line, SelectedRow.Doubt doubt) {
    if (remarked++ < MOST_REMARKS) {
      remarks.add(
          at(
              line,
              doubt.column(),
              file + " 第 " + line + " 行：" + doubt.zh(),
              file + " row " + line + ": " + doubt.en()));
    }
  }

  private CallFault at(int line, String column, String zh, String en) {
    return new CallFault(file, line, column, zh, en);
  }
}
