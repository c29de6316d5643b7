package cn.baosong.reader.units;

import cn.baosong.desk.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Earlier contents of the registry: the last valid one, and each that was replaced by whom. */
final class UnitHistory {
  private static final String VALID = "valid.csv";
  private static final String LOG = "replaced.log";

  private final Path folder;

  UnitHistory(Path folder) {
    this.folder = folder;
  }

  static Optional<byte[]> read(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Optional<byte[]> lastValid() {
    return read(folder.resolve(VALID));
  }

  void keepValid(byte[] bytes) {
    try {
      write(folder.resolve(VALID), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the registry of units", e);
    }
  }

  /** Keeps the file under the next free number, with who replaced it and why. */
  void keepReplaced(Path file, Act act) throws IOException {
    Optional<byte[]> old = read(file);
    if (old.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    int serial = 1;
    while (Files.exists(replaced(serial, "csv")) || Files.exists(replaced(serial, "xlsx"))) {
      serial++;
    }
    write(replaced(serial, UnitWorkbook.is(old.get()) ? "xlsx" : "csv"), old.get());
    String line = "%04d\t%s\t%s%n".formatted(serial, plain(act.by()), plain(act.reason()));
    Files.writeString(
        folder.resolve(LOG),
        line,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Path replaced(int serial, String suffix) {
    return folder.resolve("replaced-%04d.%s".formatted(serial, suffix));
  }

  /** Whole or not at all, and durable before the name points to it. */
  static void write(Path file, byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path half = Files.createTempFile(folder, ".units", ".new");
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
