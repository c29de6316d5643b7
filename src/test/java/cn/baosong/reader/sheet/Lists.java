package cn.baosong.reader.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of lists share: making them, and reading them. */
abstract class Lists {
  @TempDir Path temp;

  SheetReading read(byte[] bytes, String name) {
    return read(bytes, name, SheetLimits.safe());
  }

  SheetReading read(byte[] bytes, String name, SheetLimits limits) {
    try {
      Path file = Files.createTempFile(temp, "list", "");
      return new SheetReader(limits).read(Files.write(file, bytes), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sheet csv(String text) {
    return sheet(read(text.getBytes(StandardCharsets.UTF_8), "清单.csv"));
  }

  static Sheet sheet(SheetReading reading) {
    assertThat(reading.sheet()).as("%s", reading.remarks()).isPresent();
    return reading.sheet().orElseThrow();
  }

  static Cell cell(Sheet sheet, int row, String column) {
    return sheet.rows().get(row).cell(column).orElseThrow();
  }

  static List<Remark.Kind> kinds(SheetReading reading) {
    return reading.remarks().stream().map(Remark::kind).toList();
  }

  static byte[] workbook(Consumer<XSSFWorkbook> filling) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      filling.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XSSFSheet row(XSSFSheet sheet, int row, Object... values) {
    var line = sheet.createRow(row);
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Double number) {
        line.createCell(i).setCellValue(number);
      } else {
        line.createCell(i).setCellValue(values[i].toString());
      }
    }
    return sheet;
  }

  /** The parts of the smallest workbook, with this worksheet. */
  static byte[] rawWorkbook(String sheetXml, String... moreParts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String types =
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        </Types>""";
    String rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String rels =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
    String one = "<Relationship Id=\"%s\" Type=\"" + rel + "/%s\" Target=\"%s\"/>";
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      part(zip, "[Content_Types].xml", types);
      part(
          zip,
          "_rels/.rels",
          rels.formatted(one.formatted("r1", "officeDocument", "xl/workbook.xml")));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          rels.formatted(
              one.formatted("r1", "worksheet", "worksheets/sheet1.xml")
                  + one.formatted("r2", "styles", "styles.xml")));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
              + rel
              + "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      part(zip, "xl/worksheets/sheet1.xml", sheetXml);
      for (int i = 0; i < moreParts.length; i += 2) {
        part(zip, moreParts[i], moreParts[i + 1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }

  static String worksheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  static String inline(String reference, String text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }
}
