package bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What a package costs in memory: the real jar under {@code -Xmx256m}, and of its heap the most
 * that a collection left, from the drop to the letter.
 */
final class Heap {
  private static final Pattern AFTER = Pattern.compile("\\[gc *\\] .*->(\\d+)M\\(");
  private static final int CHUNK = 1 << 20;

  private final Path root;
  private final Path jar;

  Heap(Path root, Path jar) {
    this.root = root;
    this.jar = jar;
  }

  /** Megabytes that lived at most while one package of so many went through. */
  long peak(Path sound, long megabytes) throws Exception {
    return through(sound, megabytes, (port, folder) -> {});
  }

  /** What is done with the office once the package is decided. */
  interface After {
    void use(int port, Path folder) throws Exception;
  }

  /** How a package comes to the office in a folder. */
  interface Bringing {
    void bring(Path folder) throws Exception;
  }

  /** Megabytes that lived at most from the drop until all was done. */
  long through(Path sound, long megabytes, After after) throws Exception {
    return through(
        "heap-" + megabytes,
        folder -> {
          Path part = folder.resolve("inbox/large.part");
          enlarge(sound, part, megabytes);
          Files.move(part, folder.resolve("inbox/large.zip"));
        },
        after);
  }

  /** Megabytes that lived at most from a package's coming until all was done. */
  long through(String name, Bringing bringing, After after, String... settings) throws Exception {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.createDirectories(folder.resolve("inbox"));
    Bundles.registry(folder.resolve("units.csv"));
    Path log = folder.resolve("gc.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + log + "::filecount=0",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-jar",
                jar.toString()));
    command.addAll(List.of(Office.settings(folder, settings)));
    command.removeIf(word -> word.startsWith("--server.port="));
    int port = free();
    command.add("--server.port=" + port);
    Process office =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    try {
      await(office, () -> Files.isDirectory(folder.resolve("inbox/.claimed")));
      int started = lines(log).size();
      bringing.bring(folder);
      await(office, () -> isAccepted(folder.resolve("var/notices")));
      after.use(port, folder);
      List<String> all = lines(log);
      return all.subList(Math.min(started, all.size()), all.size()).stream()
          .map(AFTER::matcher)
          .filter(Matcher::find)
          .mapToLong(found -> Long.parseLong(found.group(1)))
          .max()
          .orElse(0);
    } finally {
      office.destroy();
      office.waitFor();
    }
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  /** SHA-256 of the file that makes a package so large. */
  static String large(long megabytes) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    Random random = new Random(1);
    byte[] chunk = new byte[CHUNK];
    for (long i = 0; i < megabytes; i++) {
      random.nextBytes(chunk);
      sha256.update(chunk);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static List<String> lines(Path log) throws IOException {
    return Files.readAllLines(log, StandardCharsets.UTF_8);
  }

  /** Something that becomes true. */
  private interface Question {
    boolean answer() throws IOException;
  }

  private static void await(Process office, Question question) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (!question.answer()) {
      if (!office.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the office did not get so far");
      }
      Thread.sleep(200);
    }
  }

  private static boolean isAccepted(Path notices) throws IOException {
    if (!Files.isDirectory(notices)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(notices)) {
      return all.anyMatch(letter -> letter.toString().endsWith("-ACCEPTANCE.json"));
    }
  }

  /** The same package with one more file in it that no compression makes smaller. */
  static void enlarge(Path sound, Path target, long megabytes) throws IOException {
    try (ZipFile from = ZipFile.builder().setPath(sound).setCharset("GBK").get();
        OutputStream out = Files.newOutputStream(target);
        ZipArchiveOutputStream to = new ZipArchiveOutputStream(out)) {
      to.setEncoding("GBK");
      to.setUseLanguageEncodingFlag(false);
      for (ZipArchiveEntry entry : java.util.Collections.list(from.getEntries())) {
        to.addRawArchiveEntry(entry, from.getRawInputStream(entry));
      }
      to.setLevel(Deflater.NO_COMPRESSION);
      to.putArchiveEntry(new ZipArchiveEntry("报送包/01-张三/录像.mp4"));
      Random random = new Random(1);
      byte[] chunk = new byte[CHUNK];
      for (long i = 0; i < megabytes; i++) {
        random.nextBytes(chunk);
        to.write(chunk);
      }
      to.closeArchiveEntry();
    }
  }
}
