package cn.baosong.camel.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  private static final Instant SEEN = Instant.parse("2020-01-02T00:00:00Z");
  private final LogLines lines = new LogLines(ZoneId.of("Asia/Shanghai"));

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Test
  void readsXferlogOfVsftpdAndProftpd() {
    String path = bytes("/home/unit/推荐清单_1.zip");
    String line =
        "Thu Jan  2 07:59:30 2020 12 ::ffff:192.0.2.7 14783 " + path + " b _ i r unit ftp 0 * c";
    assertThat(lines.of(line, SEEN))
        .contains(new LogLines.Upload(path, 14783, Instant.parse("2020-01-01T23:59:30Z"), true));
  }

  @Test
  void readsOpensshWithAndWithoutAYear() {
    String closed = " bytes read 0 written 5";
    assertThat(
            lines.of(
                "Dec 31 23:59:59 host internal-sftp[77]: close \"/in/\\346\\226\\207.zip\""
                    + closed,
                SEEN))
        .contains(
            new LogLines.Upload(
                bytes("/in/文.zip"), 5, Instant.parse("2019-12-31T15:59:59Z"), true));
    assertThat(
            lines.of(
                "2020-01-02T07:59:59.5+08:00 host sftp-server[7]: close \"/a.zip\"" + closed, SEEN))
        .contains(new LogLines.Upload("/a.zip", 5, Instant.parse("2020-01-01T23:59:59.5Z"), true));
  }

  @Test
  void hearsOfCutUploadsAndNothingOfDownloadsAndOddLines() {
    String line = "Thu Jan  2 07:59:30 2020 1 h 5 /a.zip b _ %s r unit ftp 0 * %s";
    assertThat(lines.of(line.formatted("o", "c"), SEEN)).isEmpty();
    assertThat(lines.of(line.formatted("i", "i"), SEEN)).hasValueSatisfying(LogLinesTest::isCut);
    assertThat(
            lines.of(
                "Dec 31 23:59:59 h internal-sftp[7]: forced close \"/a\" bytes read 0 written 5",
                SEEN))
        .hasValueSatisfying(LogLinesTest::isCut);
    assertThat(lines.of(line.formatted("i", "c").replace("Thu", "Fri"), SEEN)).isEmpty();
    assertThat(lines.of("Thu Jan 99 07:59:30 2020 1 h 5 /a b _ i r u ftp 0 * c", SEEN)).isEmpty();
    assertThat(lines.of("anything", SEEN)).isEmpty();
    assertThat(
            lines.of(
                "Dec 31 23:59:59 h internal-sftp[7]: close \"/a\" bytes read 5 written 0", SEEN))
        .isEmpty();
  }

  private static void isCut(LogLines.Upload upload) {
    assertThat(upload.whole()).isFalse();
  }
}
