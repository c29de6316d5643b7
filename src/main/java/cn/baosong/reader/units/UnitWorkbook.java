package cn.baosong.reader.units;

import cn.baosong.core.call.Unit;
import cn.baosong.desk.UnitRegister.Fault;
import cn.baosong.reader.sheet.Cell;
import cn.baosong.reader.sheet.Column;
import cn.baosong.reader.sheet.ListTemplate;
import cn.baosong.reader.sheet.Remark;
import cn.baosong.reader.sheet.Row;
import cn.baosong.reader.sheet.Sheet;
import cn.baosong.reader.sheet.SheetLimits;
import cn.baosong.reader.sheet.SheetReader;
import cn.baosong.reader.sheet.SheetReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The registry as a workbook: one sheet, whatever title stands above its headings. */
final class UnitWorkbook {
  private static final SheetReader SHEETS =
      new SheetReader(
          new SheetLimits(8L << 20, 20_000, 60, 200_000, 2_000), Set.of("name", "单位名称", "名称"));

  private final List<CsvLines.Row> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> remarks = new ArrayList<>();

  private UnitWorkbook() {}

  /** Whether the bytes are a workbook rather than text. */
  static boolean is(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  static UnitWorkbook read(byte[] bytes) {
    UnitWorkbook workbook = new UnitWorkbook();
    try {
      SheetReading reading = SHEETS.read(bytes, "units.xlsx");
      List<Fault> said = reading.remarks().stream().map(UnitWorkbook::fault).toList();
      (reading.sheet().isEmpty() ? workbook.faults : workbook.remarks).addAll(said);
      reading.sheet().ifPresent(workbook::take);
      return workbook;
    } catch (IOException ours) {
      throw new UncheckedIOException("cannot lay down the registry of units", ours);
    }
  }

  /** The row of headings first; each row with its number in the sheet. */
  List<CsvLines.Row> rows() {
    return rows;
  }

  /** What leaves a cell without the value that was meant. */
  List<Fault> faults() {
    return faults;
  }

  /** What was passed over, such as a hidden sheet or a note below the table. */
  List<Fault> remarks() {
    return remarks;
  }

  /** The registry with its headings, every cell a text. */
  static byte[] write(List<Unit> units) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      List<List<String>> table = new ArrayList<>(List.of(UnitRows.COLUMNS));
      units.forEach(unit -> table.add(UnitRows.cells(unit)));
      ListTemplate.write("单位名册", table, out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private void take(Sheet sheet) {
    List<String> columns = sheet.columns().stream().map(Column::name).toList();
    rows.add(new CsvLines.Row(1, columns));
    for (Row row : sheet.rows()) {
      List<String> fields = new ArrayList<>();
      for (String column : columns) {
        Optional<Cell> cell = row.cell(column);
        cell.flatMap(Cell::trouble)
            .ifPresent(
                t ->
                    faults.add(
                        new Fault(
                            row.lineNumber(), UnitColumns.key(column), t.chinese(), t.english())));
        fields.add(cell.map(Cell::text).orElse(""));
      }
      rows.add(new CsvLines.Row(row.lineNumber(), fields));
    }
  }

  private static Fault fault(Remark remark) {
    return new Fault(0, "", remark.chinese(), remark.english());
  }
}
