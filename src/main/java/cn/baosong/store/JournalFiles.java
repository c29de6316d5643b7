package cn.baosong.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of the journal, {@code journal-000001.jsonl} and on: lines are added at the end of the
 * last and are never changed. Used by one thread at a time.
 */
final class JournalFiles implements AutoCloseable {
  private final Path directory;
  private final long rollAt;
  private final Disk disk;
  private FileChannel last;
  private long whole;

  /**
   * Opens the last file, moving what a crash tore off aside.
   *
   * @param rollAt bytes after which the next batch begins a new file
   * @param known the last number that is certainly on disk
   */
  JournalFiles(Path directory, long rollAt, Disk disk, long known) throws IOException {
    this.directory = directory;
    this.rollAt = rollAt;
    this.disk = disk;
    List<Path> files = list(directory);
    if (files.isEmpty()) {
      this.last = begin(1);
      this.whole = 0;
    } else {
      Path newest = files.get(files.size() - 1);
      JournalScan scan = JournalScan.of(newest, known);
      this.whole = scan.whole();
      this.last = FileChannel.open(newest, StandardOpenOption.WRITE);
      if (scan.torn()) {
        cut(newest);
      }
      last.position(whole);
    }
  }

  /** All files, oldest first. */
  static List<Path> list(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(directory, "journal-[0-9]*.jsonl")) {
        found.forEach(files::add);
      }
    }
    files.sort(null);
    return files;
  }

  /** Takes each line in its order until one is refused. */
  interface Reader {
    void line(String text) throws IOException;
  }

  static void read(Path file, Reader reader) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.line(line);
      }
    }
  }

  /** Writes a line; it counts only once {@link #force} has returned. */
  void write(String line) throws IOException {
    disk.writeAll(last, ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Puts all that was written on disk; a failure is final, for a second try would prove nothing.
   */
  void force() throws IOException {
    disk.force(last);
    whole = last.position();
  }

  /** Takes back what was written and not forced. */
  void takeBack() throws IOException {
    last.truncate(whole);
    last.position(whole);
  }

  /** Begins a new file when the last has grown enough; between two batches only. */
  void rollIfGrown() throws IOException {
    if (whole >= rollAt) {
      int next = list(directory).size() + 1;
      last.close();
      last = begin(next);
      whole = 0;
    }
  }

  private FileChannel begin(int number) throws IOException {
    Path file = directory.resolve(String.format("journal-%06d.jsonl", number));
    FileChannel opened =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    disk.force(opened);
    disk.forceNames(directory);
    return opened;
  }

  private void cut(Path file) throws IOException {
    Path torn = file.resolveSibling(file.getFileName() + ".torn-" + whole);
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.skipNBytes(whole);
      Files.copy(bytes, torn, StandardCopyOption.REPLACE_EXISTING);
    }
    last.truncate(whole);
    disk.force(last);
  }

  @Override
  public void close() throws IOException {
    last.close();
  }
}
