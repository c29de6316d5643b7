package cn.baosong.reader.apart;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.Baosong;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.pack.HostilePdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no parser can refuse in time, and large ones that are honest, by the real reader. */
class OwnReaderTest {
  private static final long MEMORY = 256L << 20;
  private static final byte[] LIST = "姓名\n张三\n李四\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;
  private Readers readers;

  @BeforeEach
  void open() throws IOException {
    readers = new Readers(new ReaderCommand(Baosong.class, MEMORY), directory.resolve("work"), 1);
  }

  @AfterEach
  void close() throws InterruptedException {
    readers.close();
  }

  @Test
  void leavesFilesOutThatUnfoldBeyondItsMemory() throws IOException {
    Opened opened =
        read(
            Duration.ofMinutes(1),
            Map.of(
                "01-张三/登记表.pdf", HostilePdf.bombOfObjects(),
                "01-张三/证明.pdf", HostilePdf.bombOfReferences(),
                "02-李四/登记表.pdf", pdf(1, 0)));
    assertThat(codes(opened, 0)).containsExactly("MATERIAL_UNREADABLE", "MATERIAL_UNREADABLE");
    assertThat(codes(opened, 1)).isEmpty();
    assertThat(document(opened, 1).pages()).contains(1);
    assertThat(readers.lost(Loss.MEMORY)).isEqualTo(4);
  }

  @Test
  void leavesAFileOutThatItWouldNotComeBackFrom() throws IOException {
    Opened opened =
        read(
            Duration.ofSeconds(10),
            Map.of(
                "01-张三/登记表.pdf", HostilePdf.endless(),
                "02-李四/登记表.pdf", pdf(1, 0)));
    assertThat(codes(opened, 0)).containsExactly("MATERIAL_UNREADABLE");
    assertThat(codes(opened, 1)).isEmpty();
    assertThat(readers.lost(Loss.TIME)).isOne();
  }

  @Test
  void readsABookAndAHundredMegabytesOfScans() throws IOException {
    Opened opened =
        read(
            Duration.ofMinutes(1),
            Map.of("01-张三/登记表.pdf", pdf(1500, 0), "02-李四/证明.pdf", pdf(100, 1 << 20)));
    assertThat(document(opened, 0).pages()).contains(1500);
    assertThat(document(opened, 1).pages()).contains(100);
    assertThat(document(opened, 1).bytes()).isGreaterThan(100L << 20);
    assertThat(opened.entries()).allMatch(entry -> entry.defects().isEmpty());
    assertThat(readers.running()).isOne();
  }

  @Test
  void takesOneFileOutForWhoeverAsksAndLeavesNothingBehind() throws IOException {
    byte[] form = pdf(2, 0);
    Path blob = zip(Map.of("01-张三/登记表.pdf", form));
    ReaderPool pool =
        new ReaderPool(
            readers,
            new ReaderLimits(Duration.ofMinutes(1), Duration.ofMinutes(5)),
            ArchiveLimits.safe(),
            2000);
    Path copy = pool.take(List.of(blob), "a.zip", new Digest(sha256(form))).orElseThrow();
    assertThat(copy).hasBinaryContent(form);
    Files.delete(copy);
    assertThat(pool.take(List.of(blob), "a.zip", new Digest("0".repeat(64)))).isEmpty();
    try (Stream<Path> left = Files.walk(directory.resolve("work"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void endsWithTheOfficeEvenInTheMidstOfAPackage() throws Exception {
    Path blob = zip(Map.of("01-张三/登记表.pdf", HostilePdf.endless()));
    Path place = Files.createDirectories(directory.resolve("place"));
    Process reader = new ReaderCommand(Baosong.class, MEMORY).start(place);
    try {
      AnswerPump answers = new AnswerPump(reader.getInputStream(), "reader");
      OutputStream in = reader.getOutputStream();
      Messages.write(
          new ReaderProcess.Package(
                  ArchiveLimits.safe(), 2000, List.of(blob), "a.zip", Optional.empty())
              .question(place, java.util.Set.of()),
          in);
      Answer last = Answer.GONE;
      while (last.kind() != Answer.Kind.READING) {
        last = answers.next(60_000).orElseThrow();
      }
      in.close();
      assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      reader.destroyForcibly();
    }
  }

  private Opened read(Duration part, Map<String, byte[]> files) throws IOException {
    return new ReaderPool(
            readers, new ReaderLimits(part, Duration.ofMinutes(5)), ArchiveLimits.safe(), 2000)
        .open(zip(files), "a.zip", () -> {});
  }

  private Path zip(Map<String, byte[]> files) throws IOException {
    Path blob = directory.resolve("blob");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(blob), StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("报送清单.csv"));
      zip.write(LIST);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return blob;
  }

  private static List<String> codes(Opened opened, int candidate) {
    return opened.entries().get(candidate).defects().stream().map(Defect::code).toList();
  }

  private static Document document(Opened opened, int candidate) {
    return opened.entries().get(candidate).documents().get(0);
  }

  /** Pages, each with a scan of so many bytes that does not compress. */
  private static byte[] pdf(int pages, int scan) throws IOException {
    byte[] noise = new byte[scan];
    Random random = new Random(1);
    try (PDDocument document = new PDDocument()) {
      for (int number = 0; number < pages; number++) {
        PDPage page = new PDPage(PDRectangle.A4);
        if (scan > 0) {
          random.nextBytes(noise);
          PDResources resources = new PDResources();
          resources.put(
              COSName.getPDFName("Scan"),
              new PDImageXObject(
                  document,
                  new java.io.ByteArrayInputStream(noise),
                  COSName.DCT_DECODE,
                  2480,
                  3508,
                  8,
                  org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray.INSTANCE));
          page.setResources(resources);
        }
        document.addPage(page);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
