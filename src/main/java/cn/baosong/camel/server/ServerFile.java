package cn.baosong.camel.server;

import cn.baosong.core.submission.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a file as the looks found it.
 *
 * @param path below the folder, its bytes carried as Latin-1
 * @param modified as the server says
 * @param before the last look that did not show this version, in machine time
 * @param seen the first look that did, in machine time
 * @param volumes that it comes in, or files that a folder holds; none where it is one file
 */
record ServerFile(
    ServerPlace place,
    String path,
    long size,
    Optional<Instant> modified,
    Optional<Instant> before,
    Instant seen,
    List<ServerFile> volumes) {
  ServerFile {
    volumes = List.copyOf(volumes);
  }

  /** What is to be read for it, in order. */
  List<ServerFile> singles() {
    return volumes.isEmpty() ? List.of(this) : volumes;
  }

  /** Whether it is a folder that is one package. */
  boolean isFolder() {
    return !volumes.isEmpty() && volumes.get(0).path().startsWith(path + "/");
  }

  /** The name of what comes in: of volumes, that of the archive they are. */
  String arrivalName() {
    String own = name();
    if (volumes.isEmpty()) {
      return own;
    }
    return Volumes.areOneFile(this) ? own.substring(0, own.lastIndexOf('.')) : own + ".tar";
  }

  /** By which the register knows it: server, folder, path, size, time. */
  String key() {
    return ServerKeys.of(place, path, size, modified);
  }

  Channel channel() {
    return place.channel();
  }

  /** Its name for people. */
  String name() {
    return ServerNames.decoded(path.substring(path.lastIndexOf('/') + 1), place.habits());
  }

  /** The folder that it lies in directly below the place, which may be named after a unit. */
  Optional<String> firstFolder() {
    int end = isFolder() ? (path + "/").indexOf('/') : path.indexOf('/');
    return end < 0
        ? Optional.empty()
        : Optional.of(ServerNames.decoded(path.substring(0, end), place.habits()));
  }
}
