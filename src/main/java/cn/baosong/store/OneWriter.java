package cn.baosong.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * That one process writes the journal. One that is started beside it, as in an upgrade, is refused
 * before it has read or written anything. The lock ends with its process, however that ends.
 */
final class OneWriter implements AutoCloseable {
  private static final String NAME = "writer.lock";

  private final FileChannel file;

  private OneWriter(FileChannel file) {
    this.file = file;
  }

  /**
   * @param directory of the journal
   * @throws AnotherProcess when another writes it
   * @throws IOException when the file system locks no files
   */
  static OneWriter of(Path directory) throws IOException {
    FileChannel file =
        FileChannel.open(
            directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean mine = false;
    try {
      FileLock lock = file.tryLock();
      mine = lock != null;
    } catch (OverlappingFileLockException here) {
      mine = false;
    } finally {
      if (!mine) {
        file.close();
      }
    }
    if (!mine) {
      throw new AnotherProcess(directory.toString());
    }
    return new OneWriter(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
