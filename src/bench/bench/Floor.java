package bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The least that any reader of the same bytes does: read and hash the package, unzip and hash each
 * file of it, parse the list's XML, open each PDF, and take the text of those that are forms. It
 * checks nothing, limits nothing, and keeps nothing.
 */
final class Floor {
  private static final Charset GBK = Charset.forName("GBK");
  private static final int FIRST_PAGES = 4;

  private Floor() {}

  static void read(List<Path> packages) throws Exception {
    for (Path each : packages) {
      read(each);
    }
  }

  private static void read(Path zip) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(zip), sha)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    try (ZipFile file = new ZipFile(zip.toFile(), GBK)) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        MessageDigest own = MessageDigest.getInstance("SHA-256");
        byte[] bytes;
        try (InputStream in = new DigestInputStream(file.getInputStream(entry), own)) {
          bytes = in.readAllBytes();
        }
        parse(entry.getName().toLowerCase(Locale.ROOT), bytes);
      }
    }
  }

  private static void parse(String name, byte[] bytes) throws IOException, XMLStreamException {
    if (name.contains("__macosx") || name.contains("~$")) {
      return;
    }
    if (name.endsWith(".xlsx")) {
      workbook(bytes);
    } else if (name.endsWith(".pdf")) {
      pdf(name, bytes);
    }
  }

  private static void workbook(byte[] bytes) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (ZipInputStream book = new ZipInputStream(new java.io.ByteArrayInputStream(bytes))) {
      for (ZipEntry part = book.getNextEntry(); part != null; part = book.getNextEntry()) {
        byte[] xml = book.readAllBytes();
        XMLStreamReader reader =
            factory.createXMLStreamReader(new java.io.ByteArrayInputStream(xml));
        while (reader.hasNext()) {
          reader.next();
        }
      }
    }
  }

  private static void pdf(String name, byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      pdf.getNumberOfPages();
      if (name.contains("表")) {
        PDFTextStripper text = new PDFTextStripper();
        text.setEndPage(FIRST_PAGES);
        text.getText(pdf);
      }
    }
  }
}
