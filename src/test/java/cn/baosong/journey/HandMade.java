package cn.baosong.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A package as a clerk makes it: a workbook, one folder a candidate, right-click, compress; GBK
 * names without the UTF-8 flag, and what Windows, macOS and Office leave behind.
 */
public final class HandMade {
  private final Map<String, String> head = new LinkedHashMap<>();
  private final List<Map<String, Object>> candidates = new ArrayList<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private HandMade() {}

  /** A package for a call by a unit, with nothing in it yet but what a share leaves behind. */
  public static HandMade bare(String call, String unitCode, String unitName) {
    HandMade made = new HandMade();
    made.head.put("通知", call);
    made.head.put("报送单位", unitName);
    made.head.put("单位代码", unitCode);
    made.head.put("联系人", "林某");
    made.head.put("联系电话", "0351-0000000");
    made.files.put("Thumbs.db", "junk".getBytes(StandardCharsets.US_ASCII));
    made.files.put("__MACOSX/._推荐报告.pdf", "junk".getBytes(StandardCharsets.US_ASCII));
    made.files.put("~$报送清单.xlsx", "lock".getBytes(StandardCharsets.US_ASCII));
    return made;
  }

  /** A package for the Shanxi call by a unit, with the recommendation report enclosed. */
  public static HandMade of(String call, String unitCode, String unitName) {
    HandMade made = bare(call, unitCode, unitName);
    made.head.put("专家评议情况", "2020年3月5日组织5名专家评议，一致同意推荐");
    made.head.put("公示情况", "无异议");
    made.head.put("公示开始日期", "2020-03-09");
    made.head.put("公示结束日期", "2020-03-13");
    made.files.put("推荐报告.pdf", pdf(3));
    return made;
  }

  public HandMade head(String key, String value) {
    head.put(key, value);
    return this;
  }

  /** A candidate with all materials and nothing to object to. */
  public HandMade candidate(String name, String identity, LocalDate born) {
    return candidate(name, identity, born, Map.of());
  }

  public HandMade candidate(
      String name, String identity, LocalDate born, Map<String, Object> other) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("序号", candidates.size() + 1);
    row.put("姓名", name);
    row.put("性别", "男");
    row.put("身份证件号码", identity);
    row.put("出生日期", born);
    row.put("工作单位", "示例研究院");
    row.put("专业技术职称", "高级工程师");
    row.put("申报条件", "一、三");
    row.put("获其他国家人才计划支持", "否");
    row.putAll(other);
    candidates.add(row);
    String folder = String.format("%02d-%s/", candidates.size(), name);
    files.put(folder + "登记表.pdf", form(row));
    files.put(folder + name + ".RPU", ("RPU " + identity).getBytes(StandardCharsets.UTF_8));
    files.put(folder + "佐证材料.pdf", pdf(4));
    return this;
  }

  /** A line of the list as it is, with the signed form and the evidence of any other call. */
  HandMade line(Map<String, Object> row, String form, String evidence) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("序号", candidates.size() + 1);
    line.putAll(row);
    candidates.add(line);
    String folder = String.format("%02d-%s/", candidates.size(), row.get("姓名"));
    files.put(folder + form, form(line));
    files.put(folder + evidence, pdf(4));
    return this;
  }

  public HandMade without(String path) {
    files.remove(path);
    return this;
  }

  public HandMade with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  public Path zip(Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip.setEncoding("GBK");
      zip.setUseLanguageEncodingFlag(false);
      zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
      put(zip, "报送包/报送清单.xlsx", workbook());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, "报送包/" + file.getKey(), file.getValue());
      }
    }
    return target;
  }

  private static void put(ZipArchiveOutputStream zip, String name, byte[] bytes)
      throws IOException {
    zip.putArchiveEntry(new ZipArchiveEntry(name));
    zip.write(bytes);
    zip.closeArchiveEntry();
  }

  private byte[] workbook() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet("报送清单");
      var date = book.createCellStyle();
      date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
      int line = 0;
      for (Map.Entry<String, String> fact : head.entrySet()) {
        Row row = sheet.createRow(line++);
        row.createCell(0).setCellValue(fact.getKey());
        row.createCell(1).setCellValue(fact.getValue());
      }
      List<String> columns = columns();
      Row heading = sheet.createRow(line++);
      for (int c = 0; c < columns.size(); c++) {
        heading.createCell(c).setCellValue(columns.get(c));
      }
      for (Map<String, Object> candidate : candidates) {
        Row row = sheet.createRow(line++);
        for (int c = 0; c < columns.size(); c++) {
          Object value = candidate.get(columns.get(c));
          Cell cell = row.createCell(c);
          if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
          } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
          } else if (value != null) {
            cell.setCellValue(value.toString());
          }
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private List<String> columns() {
    return candidates.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
  }

  /** The signed form as Word prints it: a label and a value a line, with a text layer. */
  public static byte[] form(Map<String, Object> row) {
    try (PDDocument document = new PDDocument();
        InputStream font = HandMade.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf")) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDType0Font han = PDType0Font.load(document, Objects.requireNonNull(font));
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.beginText();
        out.setFont(han, 12);
        out.setLeading(20);
        out.newLineAtOffset(60, 780);
        for (Map.Entry<String, Object> field : row.entrySet()) {
          out.showText(field.getKey() + "：" + field.getValue());
          out.newLine();
        }
        out.endText();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An old document that says of itself only that it has macros. */
  static byte[] withMacro() throws IOException {
    try (POIFSFileSystem document = new POIFSFileSystem()) {
      document.createDirectory("Macros");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  public static byte[] pdf(int pages) {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
