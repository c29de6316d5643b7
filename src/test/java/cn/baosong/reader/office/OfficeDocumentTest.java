package cn.baosong.reader.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeDocumentTest {
  private static final String TYPES = "[Content_Types].xml";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @TempDir Path directory;

  @Test
  void hasNothingToSayOfAnOrdinaryDocument() throws Exception {
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook();
        HSSFWorkbook old = new HSSFWorkbook()) {
      book.createSheet().createRow(0).createCell(0).setCellValue("姓名");
      book.write(sheet);
      assertThat(ofZip(sheet.toByteArray())).isEmpty();
      old.createSheet().createRow(0).createCell(0).setCellValue("姓名");
      ByteArrayOutputStream oldSheet = new ByteArrayOutputStream();
      old.write(oldSheet);
      assertThat(ofCompoundFile(oldSheet.toByteArray(), Set.of())).isEmpty();
    }
    assertThat(ofZip(zip(TYPES, "<Types/>", "word/_rels/a.rels", link("hyperlink")))).isEmpty();
  }

  @Test
  void findsAMacroByNameByTypeAndByRelation() throws Exception {
    assertThat(ofZip(zip("xl/vbaProject.bin", "code"))).containsExactly(Cargo.MACRO);
    assertThat(ofZip(zip("xl/macrosheets/sheet1.xml", "<x/>"))).containsExactly(Cargo.MACRO);
    assertThat(ofZip(zip("Basic/Standard/Module1.xml", "<x/>"))).containsExactly(Cargo.MACRO);
    String renamed =
        "<Types><Override PartName=\"/word/notes.bin\""
            + " ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>";
    assertThat(ofZip(zip(TYPES, renamed, "word/notes.bin", "code"))).containsExactly(Cargo.MACRO);
    String relation =
        "<r><Relationship Target=\"a.bin\""
            + " Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\"/></r>";
    assertThat(ofZip(zip("word/_rels/document.xml.rels", relation))).containsExactly(Cargo.MACRO);
  }

  @Test
  void findsObjectsAndControls() throws Exception {
    assertThat(ofZip(zip("word/embeddings/oleObject1.bin", "x"))).containsExactly(Cargo.OBJECT);
    assertThat(ofZip(zip("word/activeX/activeX1.xml", "<x/>"))).containsExactly(Cargo.OBJECT);
    assertThat(ofZip(zip("Object 1/content.xml", "<x/>"))).containsExactly(Cargo.OBJECT);
    String type = "<Types><Default ContentType=\"application/vnd.openxmlformats-officedocument.";
    assertThat(ofZip(zip(TYPES, type + "oleObject\" Extension=\"x\"/></Types>")))
        .containsExactly(Cargo.OBJECT);
  }

  @Test
  void fetchesNothingThatADocumentRefersTo() throws Exception {
    try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String place = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/template.dotm";
      String evil =
          "<!DOCTYPE r SYSTEM \"" + place + "\" [<!ENTITY e SYSTEM \"" + place + "\">]><r>&e;</r>";
      assertThat(ofZip(zip("word/_rels/a.rels", link("attachedTemplate").replace("AT", place))))
          .containsExactly(Cargo.LINK);
      assertThat(ofZip(zip("word/_rels/a.rels", evil))).isEmpty();
      elsewhere.setSoTimeout(1);
      assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void expandsNoEntity() throws Exception {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    assertThat(ofZip(zip(TYPES, laughs + "]><r>&e39;</r>"))).isEmpty();
  }

  @Test
  void looksIntoDocumentsOfTheOldKind() throws Exception {
    assertThat(ofCompoundFile(new byte[0], Set.of("Macros"))).containsExactly(Cargo.MACRO);
    assertThat(ofCompoundFile(new byte[0], Set.of("_VBA_PROJECT_CUR")))
        .containsExactly(Cargo.MACRO);
    assertThat(ofCompoundFile(new byte[0], Set.of("MBD0018F2A1/\u0001Ole10Native")))
        .containsExactly(Cargo.OBJECT);
    assertThat(ofCompoundFile(new byte[0], Set.of("ObjectPool/_1/\u0001Ole")))
        .containsExactly(Cargo.OBJECT);
    assertThat(ofCompoundFile(new byte[0], Set.of("EncryptedPackage")))
        .containsExactly(Cargo.LOCKED);
  }

  @Test
  void doesNotMindTheEmptyPoolThatWordLeaves() throws Exception {
    assertThat(ofCompoundFile(new byte[0], Set.of("ObjectPool"))).isEmpty();
  }

  @Test
  void claimsNothingOfADamagedDocument() throws Exception {
    byte[] whole = zip("xl/vbaProject.bin", "code", TYPES, "<Types");
    assertThat(ofZip(whole)).containsExactly(Cargo.MACRO);
    assertThat(ofZip(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
    Path noise = Files.write(directory.resolve("noise.doc"), new byte[700]);
    assertThat(OfficeDocument.ofCompoundFile(noise)).isEmpty();
  }

  @Test
  void opensNoDocumentThatUnpacksBeyondMeasure() throws Exception {
    assertThatThrownBy(() -> ofZip(zip("word/document.xml", " ".repeat(40 << 20))))
        .isInstanceOf(BeyondLimits.class);
    assertThatThrownBy(() -> ofZip(zip("a/.rels", "<r>" + " ".repeat(2 << 20) + "</r>")))
        .isInstanceOf(BeyondLimits.class);
  }

  private static String link(String kind) {
    return "<r><Relationship Target=\"AT\" TargetMode=\"External\" Type=\""
        + OFFICE
        + kind
        + "\"/></r>";
  }

  private Set<Cargo> ofZip(byte[] document) throws IOException, BeyondLimits {
    return OfficeDocument.ofZip(Files.write(directory.resolve("document"), document));
  }

  /** With these storages; one after a stroke lies in the one before it, as a stream. */
  private Set<Cargo> ofCompoundFile(byte[] start, Set<String> paths) throws IOException {
    Path file = directory.resolve("document");
    try (POIFSFileSystem document =
            start.length == 0
                ? new POIFSFileSystem()
                : new POIFSFileSystem(new java.io.ByteArrayInputStream(start));
        var out = Files.newOutputStream(file)) {
      for (String path : paths) {
        DirectoryEntry folder = document.getRoot();
        String[] parts = path.split("/");
        for (int i = 0; i < Math.max(1, parts.length - 1); i++) {
          folder = folder.createDirectory(parts[i]);
        }
        if (parts.length > 1) {
          folder.createDocument(
              parts[parts.length - 1], new java.io.ByteArrayInputStream(new byte[] {1}));
        }
      }
      document.writeFilesystem(out);
    }
    return OfficeDocument.ofCompoundFile(file);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
