package cn.baosong.camel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import cn.baosong.core.submission.Interval;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferLogTest {
  private static final Instant SEEN = Instant.parse("2020-03-25T01:00:00Z");

  @TempDir Path home;

  private Optional<Interval> of(String log, String name) throws IOException {
    Path file = Files.writeString(home.resolve("xferlog"), log);
    byte[] bytes = name.getBytes(Charset.forName("GBK"));
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    return new TransferLog(file.toString(), new LogLines(ZoneOffset.UTC))
        .of(nobody(), List.of(raw), 6, SEEN);
  }

  /** A log on this machine asks no server. */
  private static Line nobody() {
    return (Line)
        Proxy.newProxyInstance(
            Line.class.getClassLoader(), new Class<?>[] {Line.class}, (line, how, told) -> fail());
  }

  private static String line(String time, String name) {
    return line(time, 6, name, 'c');
  }

  private static String line(String time, int size, String name, char end) {
    return "Wed Mar 25 %s 2020 1 192.0.2.7 %d %s b _ i r unit ftp 0 * %s%n"
        .formatted(time, size, name, end);
  }

  /** As vsftpd does. */
  @Test
  void knowsANameOfWhichTheLogShowsOnlyQuestionMarks() throws IOException {
    assertThat(of(line("00:40:00", "/in/????????.zip"), "/in/推荐材料.zip"))
        .contains(Interval.second(Instant.parse("2020-03-25T00:40:00Z")));
  }

  @Test
  void givesTheTimesOfAllThatReadAlike() throws IOException {
    String log = line("00:40:00", "/????.zip") + line("00:50:00", "/????.zip");
    assertThat(of(log, "/材料.zip"))
        .contains(
            new Interval(
                Instant.parse("2020-03-25T00:40:00Z"),
                Interval.second(Instant.parse("2020-03-25T00:50:00Z")).latest()));
  }

  /** As lftp's put -c leaves it: a cut one, then the rest. */
  @Test
  void addsUpWhatCameInParts() throws IOException {
    String cut = line("00:30:00", 9, "/a.zip", 'c') + line("00:40:00", 2, "/a.zip", 'i');
    assertThat(of(cut, "/a.zip")).isEmpty();
    assertThat(of(cut + line("00:50:00", 4, "/a.zip", 'c'), "/a.zip"))
        .contains(Interval.second(Instant.parse("2020-03-25T00:50:00Z")));
  }

  @Test
  void takesNoOtherLengthForIt() throws IOException {
    assertThat(of(line("00:40:00", "/????.zip"), "/材料二.zip")).isEmpty();
  }
}
