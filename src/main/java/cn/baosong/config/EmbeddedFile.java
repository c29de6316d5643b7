package cn.baosong.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** The embedded database as a file under {@code baosong.home/db}. */
record EmbeddedFile(Path home) {
  /** The file that H2 keeps everything in. */
  static Path of(Path home) {
    return folder(home).resolve("baosong.mv.db");
  }

  /**
   * A commit has been handed to the system when it returns; the barrier forces it. Read through
   * asynchronous channels: a thread that is interrupted in the middle, as one of a stopped route
   * is, would close a plain one for everybody.
   */
  static String url(Path home) {
    return "jdbc:h2:async:"
        + folder(home).resolve("baosong")
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;MAX_LENGTH_INPLACE_LOB=100000";
  }

  /**
   * Gives the folder of the database another name.
   *
   * @return that name; empty when there is no database
   * @throws StoredOffice.Unusable when a process has it open
   */
  Optional<Path> putAside() throws IOException, StoredOffice.Unusable {
    if (!Files.exists(of(home))) {
      return Optional.empty();
    }
    requireClosed();
    Path aside = free(1);
    Files.move(folder(home), aside);
    return Optional.of(aside);
  }

  /** Takes back a try that failed. */
  void putBack(Optional<Path> aside) throws IOException {
    if (aside.isPresent()) {
      FileSystemUtils.deleteRecursively(folder(home));
      Files.move(aside.get(), folder(home));
    }
  }

  private Path free(int number) {
    Path name = folder(home).resolveSibling("db.replaced-" + number);
    return Files.exists(name) ? free(number + 1) : name;
  }

  /** H2 holds a lock on its file as long as it is open. */
  private void requireClosed() throws IOException, StoredOffice.Unusable {
    try (FileChannel file = FileChannel.open(of(home), StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        throw running();
      }
    } catch (OverlappingFileLockException ownProcess) {
      throw running();
    }
  }

  private static StoredOffice.Unusable running() {
    return new StoredOffice.Unusable(
        "本办正在运行，先停止它，再重建数据库。", "The office is running; stop it before its database is rebuilt.");
  }

  private static Path folder(Path home) {
    return home.toAbsolutePath().normalize().resolve("db");
  }
}
