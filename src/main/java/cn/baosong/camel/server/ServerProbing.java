package cn.baosong.camel.server;

import cn.baosong.desk.Probe;
import cn.baosong.desk.ProbeDesk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that the office uploads to itself (ADR 0019): written by one look, found by the next, known
 * by their token, and taken away again.
 */
final class ServerProbing {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProbing.class);

  /** Without a dot before it: vsftpd and ProFTPD list no name that begins with one. */
  private static final String NAME = "baosong-probe-";

  private static final Pattern NAMED = Pattern.compile(NAME + "[A-Za-z0-9-]{1,40}");
  private static final int LARGEST = 256;

  private final ServerPlace place;
  private final Supplier<ProbeDesk> desk;
  private final Queue<Wanted> wanted = new ConcurrentLinkedQueue<>();

  private record Wanted(String id, String token) {}

  ServerProbing(ServerPlace place, Supplier<ProbeDesk> desk) {
    this.place = place;
    this.desk = desk;
  }

  /** Names such a file; what has an ending is somebody's package. */
  static boolean isNamed(String raw) {
    return NAMED.matcher(raw).matches();
  }

  void send(Probe probe, String token) {
    wanted.add(new Wanted(probe.id(), token));
  }

  /** Uploads what is to be sent; what is refused never arrives, and is told as lost. */
  void upload(Line line, String root) throws IOException {
    for (Wanted one = wanted.poll(); one != null; one = wanted.poll()) {
      try {
        byte[] token = one.token().getBytes(StandardCharsets.US_ASCII);
        line.write(root + "/" + NAME + one.id(), token);
      } catch (Line.Refusal no) {
        LOG.warn("{}：探测文件写不进去，请查账号权限 {}", place.title(), no.getMessage());
      }
    }
  }

  /** Takes away those of the files found that are ours. */
  void found(Line line, String root, List<String> names) throws IOException {
    for (String name : names) {
      String id = name.substring(NAME.length());
      Optional<String> token = token(line, root + "/" + name);
      boolean ours =
          token.filter(t -> desk.get().isOurs(place.channel(), place.title(), id, t)).isPresent();
      if (ours) {
        desk.get().seen(place.channel(), id, Optional.empty(), "");
        line.delete(root + "/" + name);
      }
    }
  }

  private static Optional<String> token(Line line, String path) throws IOException {
    try (InputStream bytes = line.read(path, 0)) {
      byte[] token = bytes.readNBytes(LARGEST);
      boolean whole = bytes.read() < 0;
      return whole ? Optional.of(new String(token, StandardCharsets.US_ASCII)) : Optional.empty();
    } catch (Line.Refusal gone) {
      return Optional.empty();
    }
  }
}
