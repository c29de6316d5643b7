package cn.baosong.print;

import cn.baosong.desk.SheetPress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Workbooks (.xlsx) of lists. A hundred rows are in memory at a time, the others on disk. A text is
 * a text cell marked as quoted: nothing that a sender wrote can become a formula, not even when
 * somebody edits the cell, and no number of eighteen digits is rounded.
 */
public final class WorkbookPress implements SheetPress {
  private static final int IN_MEMORY = 100;

  /** What a sheet of the format can hold. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int MOST_CHARACTERS = 32_767;
  private static final int CHARACTER = 256;

  @Override
  public void print(Sheet sheet, OutputStream out) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY)) {
      book.setCompressTempFiles(true);
      fill(book, sheet);
      book.write(out);
    }
  }

  private static void fill(SXSSFWorkbook book, Sheet list) {
    SXSSFSheet sheet = book.createSheet(list.name());
    Styles styles = Styles.of(book);
    int line = 0;
    for (String heading : list.heading()) {
      text(sheet.createRow(line++), 0, heading, styles.text());
    }
    Row head = sheet.createRow(line++);
    for (int c = 0; c < list.columns().size(); c++) {
      text(head, c, list.columns().get(c).name(), styles.head());
      sheet.setColumnWidth(c, list.columns().get(c).width() * CHARACTER);
    }
    sheet.createFreezePane(0, line);
    Iterator<List<Cell>> rows = list.rows().iterator();
    while (rows.hasNext() && line < MOST_ROWS) {
      row(sheet.createRow(line++), rows.next(), styles);
    }
    if (rows.hasNext()) {
      throw new IllegalStateException("the list is longer than a sheet can be");
    }
  }

  private static void row(Row row, List<Cell> cells, Styles styles) {
    for (int c = 0; c < cells.size(); c++) {
      Cell cell = cells.get(c);
      if (cell instanceof Cell.Text words) {
        text(row, c, words.text(), styles.text());
      } else if (cell instanceof Cell.Day day) {
        styled(row, c, styles.day()).setCellValue(day.day());
      } else if (cell instanceof Cell.Moment moment) {
        styled(row, c, styles.moment()).setCellValue(moment.at());
      } else if (cell instanceof Cell.Count count) {
        row.createCell(c).setCellValue((double) count.many());
      }
    }
  }

  private static void text(Row row, int column, String text, CellStyle style) {
    styled(row, column, style)
        .setCellValue(text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS));
  }

  private static org.apache.poi.ss.usermodel.Cell styled(Row row, int column, CellStyle style) {
    org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  /** The four looks of a cell. */
  private record Styles(CellStyle text, CellStyle head, CellStyle day, CellStyle moment) {
    static Styles of(SXSSFWorkbook book) {
      Font bold = book.createFont();
      bold.setBold(true);
      CellStyle head = quoted(book);
      head.setFont(bold);
      return new Styles(
          quoted(book),
          head,
          formatted(book, "yyyy-mm-dd"),
          formatted(book, "yyyy-mm-dd hh:mm:ss"));
    }

    private static CellStyle quoted(SXSSFWorkbook book) {
      CellStyle text = formatted(book, "@");
      text.setQuotePrefixed(true);
      return text;
    }

    private static CellStyle formatted(SXSSFWorkbook book, String format) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat(format));
      return style;
    }
  }
}
