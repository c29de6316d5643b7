package cn.baosong.reader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.archive.HostilePackages.Bad;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveLooksTest {
  /** What only its own bytes betray: two names of one entry, a size that is not true. */
  private static final Set<String> DISGUISED = Set.of("two-faces.zip", "lying.zip");

  private final ArchiveLooks looks = new ArchiveLooks(ArchiveLimits.safe(), AtOnce.safe());

  static Iterable<Bad> bad() {
    return HostilePackages.all();
  }

  private boolean isUsual(String name, byte[] bytes) throws IOException {
    return looks.isUsual(name, new ByteArrayInputStream(bytes));
  }

  private static byte[] zip(int files, int bytes, Charset names) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] content = new byte[bytes];
    new Random(1).nextBytes(content);
    try (ZipOutputStream zip = new ZipOutputStream(packed, names)) {
      zip.putNextEntry(new ZipEntry("推荐材料/"));
      for (int i = 0; i < files; i++) {
        zip.putNextEntry(new ZipEntry("推荐材料/" + i + "-张三/登记表〔扫描件〕.pdf"));
        zip.write(content);
      }
    }
    return packed.toByteArray();
  }

  @Test
  void takesAPackageOfFiftyCandidatesAsUsualWhoeverPackedIt() throws IOException {
    assertThat(isUsual("材料.zip", zip(250, 4_000, StandardCharsets.UTF_8))).isTrue();
    assertThat(isUsual("材料.zip", zip(1, 10, Charset.forName("GBK")))).isTrue();
  }

  @Test
  void takesPapersByThemselvesAsUsual() throws IOException {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("报送清单").createRow(0).createCell(0).setCellValue("姓名");
      book.write(list);
    }
    assertThat(isUsual("报送清单.xlsx", list.toByteArray())).isTrue();
    assertThat(isUsual("登记表.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII))).isTrue();
    assertThat(isUsual("", new byte[0])).isTrue();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void findsWhatNoOfficeOpensUnusualUnlessItIsDisguised(Bad bad) throws IOException {
    assertThat(isUsual("p.zip", bad.bytes())).isEqualTo(DISGUISED.contains(bad.name()));
  }

  @Test
  void findsUnusualWhatWouldCostMuch() throws IOException {
    assertThat(isUsual("p.zip", zip(300, 1, StandardCharsets.UTF_8))).isFalse();
    assertThat(isUsual("p.zip", HostilePackages.files(10_000))).isFalse();
  }

  @Test
  void findsUnusualWhatIsCutOff() throws IOException {
    byte[] zip = zip(3, 100, StandardCharsets.UTF_8);
    for (int length = 0; length < zip.length; length += 7) {
      assertThat(isUsual("p.zip", Arrays.copyOf(zip, length))).isFalse();
    }
  }
}
