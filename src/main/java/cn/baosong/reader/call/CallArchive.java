package cn.baosong.reader.call;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every version of every call that ever took effect, as {@code <home>/calls/<id>/<version>/}, and
 * which one did last.
 */
final class CallArchive {
  private static final String LIVE = "live";

  private final Path home;

  CallArchive(Path home) {
    this.home = home;
  }

  /** Keeps the files of a version, whole or not at all, and marks it as the last valid one. */
  void keep(CallId id, CallVersion version, CallFolder folder) {
    Path place = place(id, version);
    try {
      if (!Files.exists(place)) {
        Path half = Files.createTempDirectory(Files.createDirectories(place.getParent()), ".new");
        for (Map.Entry<String, byte[]> file : folder.files().entrySet()) {
          Path target = half.resolve(file.getKey());
          Files.createDirectories(target.getParent());
          Files.write(
              target, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        }
        Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
      }
      mark(place.resolveSibling(LIVE), version);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot archive call " + id, e);
    }
  }

  /** The calls that were live last, as far as anybody knows. */
  Set<CallId> live() {
    if (!Files.isDirectory(home)) {
      return Set.of();
    }
    try (Stream<Path> calls = Files.list(home)) {
      return calls
          .filter(call -> Files.exists(call.resolve(LIVE)))
          .map(call -> new CallId(String.valueOf(call.getFileName())))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the archive of calls", e);
    }
  }

  /** A call that ended; its versions stay. */
  void end(CallId id) {
    try {
      Files.deleteIfExists(home.resolve(id.value()).resolve(LIVE));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot mark call " + id + " as ended", e);
    }
  }

  /** The version that took effect last. */
  Optional<CallVersion> lastVersion(CallId id) {
    return last(id).map(place -> new CallVersion(String.valueOf(place.getFileName())));
  }

  /** The place of the version that took effect last. */
  Optional<Path> last(CallId id) {
    Path live = home.resolve(id.value()).resolve(LIVE);
    try {
      return Files.exists(live)
          ? Optional.of(
                  place(
                      id,
                      new CallVersion(Files.readString(live, StandardCharsets.US_ASCII).strip())))
              .filter(Files::isDirectory)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the archive of call " + id, e);
    }
  }

  /** The place of a version, if it is archived; the name of one is never taken on trust. */
  Optional<Path> find(CallId id, CallVersion version) {
    return Optional.of(version.value())
        .filter(value -> value.matches("[0-9a-f]{16}"))
        .map(value -> place(id, version))
        .filter(Files::isDirectory);
  }

  Path place(CallId id, CallVersion version) {
    return home.resolve(id.value()).resolve(version.value());
  }

  private static void mark(Path live, CallVersion version) throws IOException {
    Path half = live.resolveSibling(LIVE + ".new");
    Files.writeString(half, version.value(), StandardCharsets.US_ASCII);
    Files.move(half, live, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
