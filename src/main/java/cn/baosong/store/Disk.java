package cn.baosong.store;

import cn.baosong.desk.Drill;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What makes a file stay: its bytes forced, then its name. Not final, so that a test can stand for
 * a disk that fails.
 */
class Disk {
  private final Set<Path> settled = ConcurrentHashMap.newKeySet();

  /** The disk of the archive or the journal, told to a drill where one is on. */
  static Disk under(Drill drill, String of) {
    return drill == Drill.NONE ? new Disk() : new DrilledDisk(drill, of);
  }

  /** Forces the bytes of an open file. */
  void force(FileChannel file) throws IOException {
    sync(file);
  }

  /** The one call to the system behind all of these. */
  void sync(FileChannel file) throws IOException {
    file.force(true);
  }

  void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** Forces the names in a directory: without it a power cut may take a file away whole. */
  void forceNames(Path directory) throws IOException {
    if (File.separatorChar == '\\') {
      return; // Windows cannot open a directory; NTFS journals its names itself
    }
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      sync(names);
    }
  }

  /** Gives a forced file its name for good, replacing what had it. */
  void settle(Path temporary, Path target) throws IOException {
    name(temporary, target);
    forceNames(directoryOf(target));
  }

  /** Gives a forced file its name, which stays once the names of its directory are forced. */
  void name(Path temporary, Path target) throws IOException {
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Makes the directories from {@code root} down to {@code directory}, and makes their names stay.
   * One that exists may have been made a moment ago by a thread that has not forced its name yet:
   * each is forced once by this process.
   */
  void directories(Path root, Path directory) throws IOException {
    if (settled.contains(directory)) {
      return;
    }
    if (!directory.equals(root)) {
      directories(root, directoryOf(directory));
    }
    Files.createDirectories(directory);
    forceNames(directoryOf(directory));
    settled.add(directory);
  }

  void readOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
    }
  }

  /** Closes a file or a directory to every account but our own. */
  void ownerOnly(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  static Path directoryOf(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("not below a directory: " + path);
    }
    return parent;
  }
}
