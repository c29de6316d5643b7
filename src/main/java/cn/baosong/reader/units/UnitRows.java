package cn.baosong.reader.units;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.UnitRegister.Fault;
import cn.baosong.reader.text.TextBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
  private final List<Unit> units = new ArrayList<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private List<String> columns = List.of();

  /** Reads a file; units of faultless rows only. */
  static UnitRows read(byte[] bytes) {
    UnitRows rows = new UnitRows();
    if (bytes.length > MAX_BYTES) {
      rows.fault(0, "单位名册超过 8 MB", "the registry is larger than 8 MB");
      return rows;
    }
    TextBytes.utf8(bytes)
        .or(() -> TextBytes.gb18030(bytes))
        .ifPresentOrElse(
            rows::rows, () -> rows.fault(0, "文件编码无法识别，请另存为 UTF-8", "save the file as UTF-8"));
    return rows;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
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

  private void rows(String text) {
    List<CsvLines.Row> rows = CsvLines.read(text);
    if (rows.isEmpty()) {
      fault(1, "第一行应为 " + String.join(",", COLUMNS), "the header row is missing");
      return;
    }
    columns = rows.get(0).fields().stream().map(f -> f.strip().toLowerCase(Locale.ROOT)).toList();
    for (String needed : List.of("code", "name", "kind")) {
      if (!columns.contains(needed)) {
        fault(rows.get(0).line(), "表头缺少 " + needed + " 列", "no column " + needed);
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
      fault(row.line(), "单位代码“" + code + "”缺少或已被表格改成科学计数，请设为文本", "no usable code");
    } else if (codes.putIfAbsent(code, row.line()) != null) {
      fault(
          row.line(),
          "单位代码“" + code + "”与第 " + codes.get(code) + " 行重复",
          "the code repeats line " + codes.get(code));
    }
    if (cell(row, "name").isEmpty()) {
      fault(row.line(), "缺少单位名称", "no name");
    }
    checkEach(row, "kind", KIND, "单位类别“%s”应为大写英文，如 CITY_HR", "not a kind: %s");
    checkEach(row, "email", EMAIL, "电子邮箱“%s”写法不对", "not an e-mail address: %s");
    if (faults.size() == before) {
      units.add(unit(row, code));
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
        .forEach(part -> fault(row.line(), zh.formatted(part), en.formatted(part)));
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

  private void fault(int line, String zh, String en) {
    faults.add(new Fault(line, zh, en));
  }

  private static String line(Unit unit) {
    return List.of(
                unit.code().value(),
                unit.name(),
                String.join(";", unit.aliases()),
                String.join(";", unit.kinds()),
                String.join(";", unit.emails()),
                unit.contact(),
                unit.phone(),
                unit.note())
            .stream()
            .map(UnitRows::quoted)
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static String quoted(String field) {
    return field.matches("[^\",\r\n#]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
