package cn.baosong.reader.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The empty list that the office issues for a call. Every cell is text, so that Excel leaves
 * identity numbers and dates as they are typed.
 */
public final class ListTemplate {
  private static final int WIDTH = 18 * 256;

  private ListTemplate() {}

  /**
   * A column.
   *
   * @param name its heading, the field's own name
   * @param required headings of required fields are shaded
   * @param choices what a cell may hold; empty when anything
   * @param several whether a cell may hold several of them
   */
  public record Field(String name, boolean required, List<String> choices, boolean several) {
    public Field {
      choices = List.copyOf(choices);
    }

    static Field free(String name) {
      return new Field(name, false, List.of(), false);
    }
  }

  /**
   * Writes a workbook with one sheet.
   *
   * @param title of the sheet
   * @param head key–value rows above the table, in order; blank values are for the unit to fill
   * @param fields the columns, in order
   */
  public static void write(
      String title, Map<String, String> head, List<Field> fields, OutputStream to)
      throws IOException {
    write(title, head, fields, List.of(), to);
  }

  /**
   * Writes a filled table.
   *
   * @param table the headings, then one row each
   */
  public static void write(String title, List<List<String>> table, OutputStream to)
      throws IOException {
    List<Field> fields = table.get(0).stream().map(Field::free).toList();
    write(title, Map.of(), fields, table.subList(1, table.size()), to);
  }

  private static void write(
      String title,
      Map<String, String> head,
      List<Field> fields,
      List<List<String>> rows,
      OutputStream to)
      throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet(title);
      CellStyle text = workbook.createCellStyle();
      text.setDataFormat(workbook.createDataFormat().getFormat("@"));
      for (int i = 0; i < Math.max(2, fields.size()); i++) {
        sheet.setDefaultColumnStyle(i, text);
        sheet.setColumnWidth(i, WIDTH);
      }
      int row = 0;
      for (Map.Entry<String, String> each : head.entrySet()) {
        fill(sheet.createRow(row++), List.of(each.getKey(), each.getValue()), text);
      }
      XSSFRow headings = sheet.createRow(row);
      fill(headings, fields.stream().map(Field::name).toList(), bold(workbook, text));
      CellStyle required = filled(workbook, bold(workbook, text));
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).required()) {
          headings.getCell(i).setCellStyle(required);
        }
        ChoiceList.of(fields.get(i)).offer(sheet, row + 1, i);
      }
      sheet.createFreezePane(0, row + 1);
      for (List<String> values : rows) {
        fill(sheet.createRow(++row), values, text);
      }
      workbook.write(to);
    }
  }

  private static void fill(XSSFRow row, List<String> values, CellStyle style) {
    for (int i = 0; i < values.size(); i++) {
      row.createCell(i).setCellValue(values.get(i));
      row.getCell(i).setCellStyle(style);
    }
  }

  private static CellStyle bold(XSSFWorkbook workbook, CellStyle text) {
    Font font = workbook.createFont();
    font.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.cloneStyleFrom(text);
    style.setFont(font);
    return style;
  }

  private static CellStyle filled(XSSFWorkbook workbook, CellStyle style) {
    CellStyle filled = workbook.createCellStyle();
    filled.cloneStyleFrom(style);
    filled.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
    filled.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return filled;
  }
}
