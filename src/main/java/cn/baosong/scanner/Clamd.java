package cn.baosong.scanner;

import cn.baosong.desk.MalwareScanner;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ClamAV's daemon by its own protocol (clamd(8), INSTREAM): the package goes over the socket in
 * chunks, so that daemon and office need not share a disk. Only {@code stream: OK}, whole and to
 * the letter, is clean.
 */
public final class Clamd implements MalwareScanner {
  private static final int CHUNK = 1 << 16;
  private static final Duration LONGEST_PING = Duration.ofSeconds(5);
  private static final Pattern FOUND = Pattern.compile("stream: (\\S[ -~]{0,199}) FOUND");

  /** What {@code AlertExceedsMax} reports: some of it was not looked through. */
  private static final String LIMIT = "Heuristics.Limits.Exceeded";

  /** What {@code AlertEncrypted} reports: the reader answers locked packages itself. */
  private static final String LOCKED = "Heuristics.Encrypted";

  private final Supplier<SocketAddress> place;
  private final Duration patience;

  /**
   * @param place where it listens, looked up anew for each question
   * @param patience how long it may be silent while it works
   */
  public Clamd(Supplier<SocketAddress> place, Duration patience) {
    this.place = place;
    this.patience = patience;
  }

  @Override
  public Verdict scan(Path original) throws IOException {
    try (FileChannel file = FileChannel.open(original);
        Line line = Line.to(place.get(), patience)) {
      if (line.send(text("zINSTREAM\0")) && stream(file, line)) {
        line.send(ByteBuffer.allocate(Integer.BYTES));
      }
      return verdict(line.answer());
    } catch (Line.Lost lost) {
      return unanswered(lost.getMessage());
    }
  }

  private static boolean stream(FileChannel file, Line line) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
    while (file.read(chunk.clear().position(Integer.BYTES)) >= 0) {
      chunk.flip().putInt(0, chunk.limit() - Integer.BYTES);
      if (chunk.limit() > Integer.BYTES && !line.send(chunk)) {
        return false;
      }
    }
    return true;
  }

  private static Verdict verdict(String answer) {
    if (answer.equals("stream: OK")) {
      return new Verdict(Verdict.Kind.CLEAN, "");
    }
    if (answer.startsWith("INSTREAM size limit exceeded")) {
      return new Verdict(Verdict.Kind.TOO_LARGE, answer);
    }
    Matcher found = FOUND.matcher(answer);
    return found.matches() ? found(found.group(1)) : unanswered("not understood");
  }

  private static Verdict found(String name) {
    if (name.startsWith(LIMIT)) {
      return new Verdict(Verdict.Kind.TOO_LARGE, name);
    }
    return name.startsWith(LOCKED)
        ? new Verdict(Verdict.Kind.CLEAN, name)
        : new Verdict(Verdict.Kind.INFECTED, name);
  }

  private static Verdict unanswered(@Nullable String why) {
    return new Verdict(Verdict.Kind.UNANSWERED, String.valueOf(why));
  }

  @Override
  public Optional<String> trouble() {
    Duration wait = patience.compareTo(LONGEST_PING) < 0 ? patience : LONGEST_PING;
    try (Line line = Line.to(place.get(), wait)) {
      line.send(text("zPING\0"));
      String answer = line.answer();
      return answer.equals("PONG") ? Optional.empty() : Optional.of("not understood");
    } catch (IOException lost) {
      return Optional.of(String.valueOf(lost.getMessage()));
    }
  }

  private static ByteBuffer text(String command) {
    return ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII));
  }
}
