package cn.baosong.reader.marking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.reader.text.TextBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedTextTest {
  private static final String MARK = "机密★5年";

  @TempDir Path folder;

  private MarkedText.Result search(String name, byte[] bytes) throws IOException {
    return MarkedText.of(Files.write(folder.resolve("000001"), bytes), name);
  }

  private void isMarked(String name, byte[] bytes) throws IOException {
    assertThat(search(name, bytes))
        .isEqualTo(new MarkedText.Result(ClassifiedMarking.MARKED, true));
  }

  private void isClean(String name, byte[] bytes) throws IOException {
    assertThat(search(name, bytes)).isEqualTo(new MarkedText.Result(ClassifiedMarking.NONE, true));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsTextInTheCharsetsOfChineseOffices() throws IOException {
    String text = "情况说明\n" + MARK + "\n正文";
    isMarked("a.txt", utf8(text));
    isMarked("a.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    isMarked("a.txt", text.getBytes(TextBytes.GB18030));
    isMarked("a.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    isMarked("a.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
    isClean("a.txt", utf8("不涉及国家秘密\n★ 以上属实"));
  }

  @Test
  void readsAMarkBehindMegabytesOfText() throws IOException {
    isMarked("a.txt", utf8("推荐材料，".repeat(400_000) + MARK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><p>机<b>密</b>★5年</p></body></html>",
        "<?xml version=\"1.0\"?><a><b>机密</b><b>★5年</b></a>",
        "<p>&#26426;&#x5BC6;&#9733;5年</p>",
        "<p>机密&starf;长期</p>",
        "<p>机&nbsp;密&nbsp;★</p>",
        "<a title='机密★5年'>x</a>",
        "<a title=\"&#26426;&#23494;&#9733;\">x</a>",
        "  \n<div>机密<br/>★5年</div>",
        "<!-- 机密★5年 -->",
        "<p>机密★5年",
        "<p>机<![CDATA[密★]]></p>",
        "<p>1 < 2 机密★5年</p>",
      })
  void readsThroughTagsReferencesAndAttributes(String markup) throws IOException {
    isMarked("a.html", utf8(markup));
  }

  @Test
  void expandsNoEntity() throws IOException {
    String bomb =
        "<!DOCTYPE a [<!ENTITY b \"机密★\"><!ENTITY c \"&b;&b;\">]><a>" + "&c;".repeat(1000) + "</a>";
    assertThat(search("a.xml", utf8(bomb)).searched()).isTrue();
  }

  @Test
  void readsTheValuesOfJsonHoweverTheyAreEscaped() throws IOException {
    isMarked("dossier.json", utf8("{\"姓名\": \"\\u673a\\u5bc6\\u2605\"}"));
    isMarked("package.json", utf8("{\"机密★5年\": 1}"));
    isMarked("broken.json", utf8("{\"a\": \"机密★5年"));
    isClean("dossier.json", utf8("{\"a\": \"不涉及国家秘密\", \"b\": \"★\"}"));
  }

  @Test
  void readsWordHeadersRunsAndSymbols() throws IOException {
    try (XWPFDocument word = new XWPFDocument()) {
      XWPFParagraph paragraph = word.createParagraph();
      for (String run : new String[] {"机", "密", "★", "5", "年"}) {
        paragraph.createRun().setText(run);
      }
      isMarked("a.docx", bytes(word));
    }
    try (XWPFDocument word = new XWPFDocument()) {
      word.createParagraph().createRun().setText("正文");
      word.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
          .createParagraph()
          .createRun()
          .setText(MARK);
      isMarked("a.docx", bytes(word));
    }
    isMarked(
        "a.docx",
        zip(
            "word/document.xml",
            "<?xml version=\"1.0\"?><w:p><w:r><w:t>机密</w:t></w:r><w:r>"
                + "<w:sym w:font=\"Wingdings\" w:char=\"F0AB\"/></w:r><w:t>5年</w:t></w:p>"));
    isMarked("a.docx", zip("word/header1.xml", "<v:textpath string=\"机密★长期\"/>"));
  }

  private static byte[] bytes(XWPFDocument word) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    word.write(out);
    return out.toByteArray();
  }

  @Test
  void readsCellsAndSheetNamesOfWorkbooksOldAndNew() throws IOException {
    for (String mark : new String[] {MARK, "秘密★"}) {
      try (Workbook book = new XSSFWorkbook()) {
        isMarked("报送清单.xlsx", filled(book, mark));
      }
      try (Workbook book = new HSSFWorkbook()) {
        isMarked("报送清单.xls", filled(book, mark));
      }
    }
    try (Workbook book = new XSSFWorkbook()) {
      isClean("报送清单.xlsx", filled(book, "涉密人员"));
    }
    try (Workbook book = new HSSFWorkbook()) {
      book.createSheet("机密★5年");
      isMarked("a.et", filled(book, "无"));
    }
  }

  private static byte[] filled(Workbook book, String text) throws IOException {
    var sheet = book.createSheet("清单");
    sheet.createRow(0).createCell(0).setCellValue("姓名 name");
    sheet.createRow(1).createCell(1).setCellValue(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  @Test
  void readsTheStreamsOfWordAndWpsOfBefore2007() throws IOException {
    for (boolean odd : new boolean[] {false, true}) {
      try (POIFSFileSystem files = new POIFSFileSystem()) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(new byte[odd ? 1001 : 1000]);
        stream.write(MARK.getBytes(StandardCharsets.UTF_16LE));
        stream.write(new byte[5000]);
        files.createDocument(new ByteArrayInputStream(stream.toByteArray()), "WordDocument");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeFilesystem(out);
        isMarked("a.wps", out.toByteArray());
      }
    }
  }

  @Test
  void readsOfd() throws IOException {
    isMarked(
        "a.ofd",
        zip(
            "Doc_0/Pages/Page_0/Content.xml",
            "<ofd:Page><ofd:TextCode X=\"0\">机密</ofd:TextCode><ofd:TextCode>★5年</ofd:TextCode>"));
    isMarked("a.ofd", zip("Attachs/机密★5年.dat", "x"));
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(utf8("<Types/>"));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(utf8(content));
    }
    return out.toByteArray();
  }

  @Test
  void saysOfPicturesAndOfTheCollectionToolsFileThatTheyWereNotSearched() throws IOException {
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};
    assertThat(search("a.jpg", jpeg)).isEqualTo(MarkedText.Result.NOT_SEARCHED);
    assertThat(search("张三.RPU", new byte[] {1, 0, 2, 0})).isEqualTo(MarkedText.Result.NOT_SEARCHED);
    assertThat(search("张三.RPU", zip("a.xml", MARK))).isEqualTo(MarkedText.Result.NOT_SEARCHED);
  }

  @Test
  void saysOfBrokenDocumentsThatTheyWereNotSearched() throws IOException {
    byte[] zip = zip("word/document.xml", "正文");
    byte[] half = java.util.Arrays.copyOf(zip, zip.length / 2);
    assertThat(search("a.docx", half).searched()).isFalse();
    byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4};
    assertThat(search("a.doc", ole).searched()).isFalse();
  }

  @Test
  void endsTheReadingOfADocumentThatUnpacksWithoutEnd() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] blanks = new byte[1 << 20];
    java.util.Arrays.fill(blanks, (byte) ' ');
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      for (int i = 0; i < 260; i++) {
        zip.write(blanks);
      }
    }
    assertThat(search("a.docx", out.toByteArray()).searched()).isFalse();
  }
}
