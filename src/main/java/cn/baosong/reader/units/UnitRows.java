package cn.baosong.reader.units;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.UnifiedCreditCode;
import cn.baosong.core.dossier.UnifiedCreditCode.Validity;
import cn.baosong.desk.UnitRegister.Fault;
import cn.baosong.reader.text.TextBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of the registry to units and back; every faulty row is told. */
final class UnitRows {
  static final List<String> COLUMNS =
      List.of("code", "name", "aliases", "kind", "email", "contact", "phone", "note");
  private static final int MAX_BYTES = 8 << 20;
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+");
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final Pattern SHEET_NUMBER = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");

  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> warnings = new ArrayList<>();
  private final List<Unit> units = new ArrayList<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private List<String> columns = List.of();

  /** Reads a file; units of faultless rows only. */
  static UnitRows read(byte[] bytes) {
    UnitRows rows = new UnitRows();
    if (bytes.length > MAX_BYTES) {
      rows.fault(0, "", "单位名册超过 8 MB", "the registry is larger than 8 MB");
      return rows;
    }
    if (UnitWorkbook.is(bytes)) {
      rows.workbook(UnitWorkbook.read(bytes));
      return rows;
    }
    TextBytes.utf8(bytes)
        .or(() -> TextBytes.gb18030(bytes))
        .map(CsvLines::read)
        .ifPresentOrElse(
            rows::rows, () -> rows.fault(0, "", "文件编码无法识别，请另存为 UTF-8", "save the file as UTF-8"));
    return rows;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** What a person should look at; nothing that keeps the registry from effect. */
  List<Fault> warnings() {
    return List.copyOf(warnings);
  }

  List<Unit> units() {
    return List.copyOf(units);
  }

  static String csv(List<Unit> units) {
    return units.stream().map(UnitRows::line).collect(Collectors.joining("", header(), ""));
  }

  private static String header() {
    return String.join(",", COLUMNS) + "\n";
  }

  private void workbook(UnitWorkbook workbook) {
    warnings.addAll(workbook.remarks());
    if (!workbook.rows().isEmpty()) {
      rows(workbook.rows());
    }
    workbook.faults().forEach(f -> fault(f.line(), f.column(), f.zh(), f.en()));
  }

  private void rows(List<CsvLines.Row> rows) {
    if (rows.isEmpty()) {
      fault(1, "", "第一行应为 " + String.join(",", COLUMNS), "the header row is missing");
      return;
    }
    columns = rows.get(0).fields().stream().map(UnitColumns::key).toList();
    for (String needed : List.of("code", "name", "kind")) {
      if (!columns.contains(needed)) {
        fault(rows.get(0).line(), needed, "表头缺少 " + needed + " 列", "no column " + needed);
      }
    }
    if (faults.isEmpty()) {
      rows.subList(1, rows.size()).forEach(this::row);
    }
  }

  private void row(CsvLines.Row row) {
    int before = faults.size();
    String code = cell(row, "code");
    if (code.isEmpty() || code.length() > 64 || SHEET_NUMBER.matcher(code).matches()) {
      fault(row.line(), "code", "单位代码“" + code + "”缺少或已被表格改成科学计数，请设为文本", "no usable code");
    } else if (codes.putIfAbsent(code, row.line()) != null) {
      fault(
          row.line(),
          "code",
          "单位代码“" + code + "”与第 " + codes.get(code) + " 行重复",
          "the code repeats line " + codes.get(code));
    }
    if (cell(row, "name").isEmpty()) {
      fault(row.line(), "name", "缺少单位名称", "no name");
    }
    checkEach(row, "kind", KIND, "单位类别“%s”应为大写英文，如 CITY_HR", "not a kind: %s");
    checkEach(row, "email", EMAIL, "电子邮箱“%s”写法不对", "not an e-mail address: %s");
    if (faults.size() == before) {
      checkCredit(row.line(), code);
      units.add(unit(row, code));
    }
  }

  /** Early codes break the standard, so a failing check is only told (domain.md 3.2). */
  private void checkCredit(int line, String code) {
    UnifiedCreditCode credit = UnifiedCreditCode.read(code);
    if (credit.text().length() == 18 && credit.validity() != Validity.VALID) {
      warnings.add(
          at(line, "code", "统一社会信用代码“" + code + "”校验不符，请核对", "the credit code fails its check"));
    }
  }

  private Unit unit(CsvLines.Row row, String code) {
    return new Unit(
        new UnitCode(code),
        cell(row, "name"),
        parts(row, "aliases"),
        parts(row, "kind"),
        parts(row, "email"),
        cell(row, "contact"),
        cell(row, "phone"),
        cell(row, "note"));
  }

  private void checkEach(CsvLines.Row row, String column, Pattern shape, String zh, String en) {
    parts(row, column).stream()
        .filter(part -> !shape.matcher(part).matches())
        .forEach(part -> fault(row.line(), column, zh.formatted(part), en.formatted(part)));
  }

  private String cell(CsvLines.Row row, String column) {
    return row.field(columns.indexOf(column));
  }

  private List<String> parts(CsvLines.Row row, String column) {
    return Arrays.stream(cell(row, column).split("[;；]"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private void fault(int line, String column, String zh, String en) {
    faults.add(at(line, column, zh, en));
  }

  private static Fault at(int line, String column, String zh, String en) {
    return line == 0
        ? new Fault(line, column, zh, en)
        : new Fault(
            line,
            column,
            "第 " + line + " 行" + (column.isEmpty() ? "" : " " + column + " 列") + "：" + zh,
            "row " + line + (column.isEmpty() ? "" : ", column " + column) + ": " + en);
  }

  /** A unit in the order of {@link #COLUMNS}. */
  static List<String> cells(Unit unit) {
    return List.of(
        unit.code().value(),
        unit.name(),
        String.join(";", unit.aliases()),
        String.join(";", unit.kinds()),
        String.join(";", unit.emails()),
        unit.contact(),
        unit.phone(),
        unit.note());
  }

  private static String line(Unit unit) {
    return cells(unit).stream().map(UnitRows::quoted).collect(Collectors.joining(",")) + "\n";
  }

  private static String quoted(String field) {
    return field.matches("[^\",\r\n#]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
