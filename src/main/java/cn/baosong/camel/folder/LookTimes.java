package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * When each folder was last looked at, kept across restarts: what was not there then has arrived
 * since (decisions.md 14). Losing the file only widens intervals, which never harms a sender.
 */
public final class LookTimes {
  private final Path file;
  private final Map<String, Instant> last = new HashMap<>();

  public LookTimes(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.resolveSibling(""));
    if (Files.exists(file)) {
      Properties stored = new Properties();
      try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        stored.load(reader);
      }
      stored.forEach((folder, look) -> last.put(folder.toString(), Instant.parse(look.toString())));
    }
  }

  synchronized Optional<Instant> previous(Path folder) {
    return Optional.ofNullable(last.get(key(folder)));
  }

  synchronized void record(Path folder, Instant look) throws IOException {
    last.put(key(folder), look);
    Properties stored = new Properties();
    last.forEach((name, instant) -> stored.setProperty(name, instant.toString()));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (var writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
      stored.store(writer, null);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String key(Path folder) {
    return folder.toUri().getRawPath().replaceAll("/+$", "");
  }
}
