package cn.baosong.camel.folder;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Probe;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.Prober;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Files that the office lays into the watched folder for itself (ADR 0019): known by their token,
 * and taken away again by the look that finds them.
 */
public final class FolderProbing implements Prober {
  /** As the reconciliation calls the watched folder. */
  static final String SOURCE = "inbox";

  private static final String NAME = "baosong-probe-";

  /** What has an ending is somebody's package. */
  private static final Pattern NAMED = Pattern.compile(NAME + "[A-Za-z0-9-]{1,40}");

  private static final int LARGEST = 256;

  private final Path inbox;
  private final Supplier<ProbeDesk> desk;

  public FolderProbing(Path inbox, Supplier<ProbeDesk> desk) {
    this.inbox = inbox;
    this.desk = desk;
  }

  @Override
  public Channel channel() {
    return Channel.FOLDER;
  }

  @Override
  public Set<String> sources() {
    return Set.of(SOURCE);
  }

  @Override
  public void send(Probe probe, String token) throws NotSent {
    try {
      Files.writeString(
          inbox.resolve(NAME + probe.id()),
          token,
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE_NEW);
    } catch (IOException refused) {
      throw new NotSent("收件夹写不进去：" + Troubles.reason(refused), refused);
    }
  }

  /** Takes one of ours away; whatever else bears such a name is an entry like any other. */
  public boolean took(Path entry, String name) {
    if (!NAMED.matcher(name).matches() || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    String id = name.substring(NAME.length());
    try {
      boolean ours =
          token(entry)
              .filter(token -> desk.get().isOurs(Channel.FOLDER, SOURCE, id, token))
              .isPresent();
      if (ours) {
        Files.delete(entry);
        desk.get().seen(Channel.FOLDER, id, Optional.empty(), "");
      }
      return ours;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Optional<String> token(Path entry) throws IOException {
    try (InputStream bytes = Files.newInputStream(entry, LinkOption.NOFOLLOW_LINKS)) {
      byte[] token = bytes.readNBytes(LARGEST);
      boolean whole = bytes.read() < 0;
      return whole ? Optional.of(new String(token, StandardCharsets.US_ASCII)) : Optional.empty();
    }
  }
}
