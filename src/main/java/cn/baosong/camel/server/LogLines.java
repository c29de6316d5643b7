package cn.baosong.camel.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of transfer logs: xferlog as wu-ftpd began it and vsftpd and ProFTPD write it, and what
 * OpenSSH's sftp-server writes at level INFO. Only uploads are of interest.
 */
final class LogLines {
  /** Time, seconds, host, size, name, type, action, direction, …, completion. */
  private static final Pattern XFERLOG =
      Pattern.compile(
          "(?s)(\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}) +\\d+ (\\S+) (\\d+) (.+)"
              + " [ab] \\S+ ([iod]) \\w (.+) (\\S+) \\d (\\S+) ([ci])");

  private static final Pattern OPENSSH =
      Pattern.compile(
          "(?s)(\\S+|\\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d) \\S+ (?:internal-sftp|sftp-server)\\S*:"
              + " (forced )?close \"(.*)\" bytes read \\d+ written (\\d+)");

  private static final DateTimeFormatter OF_XFERLOG =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter OF_SYSLOG =
      DateTimeFormatter.ofPattern("yyyy MMM d HH:mm:ss", Locale.ENGLISH);

  private final ZoneId zone;

  /**
   * An upload, or what of it came in one go.
   *
   * @param path as the log knows it, its bytes carried as Latin-1
   * @param size that came
   * @param whole whether it ended well
   */
  record Upload(String path, long size, Instant ended, boolean whole) {}

  /**
   * @param zone in which the server writes its log
   */
  LogLines(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What a line says; empty for every other line.
   *
   * @param seen gives lines without a year theirs
   */
  Optional<Upload> of(String line, Instant seen) {
    try {
      Matcher xferlog = XFERLOG.matcher(line);
      if (xferlog.matches()) {
        return xferlog(xferlog);
      }
      Matcher openssh = OPENSSH.matcher(line);
      return openssh.matches() ? openssh(openssh, seen) : Optional.empty();
    } catch (DateTimeException | NumberFormatException odd) {
      return Optional.empty();
    }
  }

  private Optional<Upload> xferlog(Matcher line) {
    boolean upload = line.group(5).equals("i");
    boolean whole = line.group(9).equals("c");
    String time = line.group(1).replaceAll(" +", " ");
    Instant ended = LocalDateTime.parse(time, OF_XFERLOG).atZone(zone).toInstant();
    return upload
        ? Optional.of(new Upload(line.group(4), Long.parseLong(line.group(3)), ended, whole))
        : Optional.empty();
  }

  private Optional<Upload> openssh(Matcher line, Instant seen) {
    long written = Long.parseLong(line.group(4));
    boolean whole = line.group(2) == null;
    return written == 0
        ? Optional.empty()
        : Optional.of(
            new Upload(unescaped(line.group(3)), written, time(line.group(1), seen), whole));
  }

  private Instant time(String written, Instant seen) {
    if (Character.isDigit(written.charAt(0))) {
      return OffsetDateTime.parse(written).toInstant();
    }
    int year = seen.atZone(zone).getYear();
    String time = written.replaceAll(" +", " ");
    Instant at = LocalDateTime.parse(year + " " + time, OF_SYSLOG).atZone(zone).toInstant();
    return at.isAfter(seen.plusSeconds(86_400))
        ? LocalDateTime.parse((year - 1) + " " + time, OF_SYSLOG).atZone(zone).toInstant()
        : at;
  }

  /** OpenSSH writes bytes that are no ASCII as {@code \ooo}. */
  private static String unescaped(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); i++) {
      boolean octal = name.startsWith("\\", i) && name.substring(i).matches("\\\\[0-7]{3}.*");
      if (octal) {
        bytes.write(Integer.parseInt(name.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        bytes.write(name.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
