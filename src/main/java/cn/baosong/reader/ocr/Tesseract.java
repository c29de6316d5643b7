package cn.baosong.reader.ocr;

import cn.baosong.desk.CellReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tesseract 4 or newer, started for each form with its cells and ended with it, within time and
 * memory of its own. It is only given pictures that the office has drawn.
 */
public final class Tesseract implements CellReader {
  private static final String DIGITS = "0123456789Xx";
  private static final long LONGEST_ANSWER = 4L << 20;

  /** Of 512 bytes, as POSIX counts them: four of the longest answers. */
  private static final long MOST_BLOCKS = 4 * LONGEST_ANSWER / 512;

  private static final Duration ASKED = Duration.ofSeconds(20);

  /** What it needs of the environment; everything else may be a secret. */
  private static final Set<String> KEPT = Set.of("PATH", "TESSDATA_PREFIX", "SYSTEMROOT", "TMP");

  private final Engine engine;
  private volatile boolean seen;

  /**
   * The program.
   *
   * @param enabled whether it may be used
   * @param command the program, by name or path
   * @param language of the forms, such as {@code chi_sim}
   * @param time for the cells of one form
   * @param memory bytes that it may address, where the system can hold it to that
   */
  public record Engine(
      boolean enabled, String command, String language, Duration time, long memory) {}

  public Tesseract(Engine engine) {
    this.engine = engine;
  }

  @Override
  public boolean isInstalled() {
    // one that is taken away later fails when it is asked
    seen = seen || (engine.enabled() && languages().contains(engine.language()));
    return seen;
  }

  private Set<String> languages() {
    try {
      Path answer = Files.createTempFile("languages", ".txt");
      try {
        run(List.of(engine.command(), "--list-langs"), ASKED, answer);
        return Files.readString(answer, StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException notThere) {
      return Set.of();
    }
  }

  @Override
  public List<Text> read(List<Wanted> cells, Path work) throws IOException {
    Map<Way, List<Integer>> ways = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      Wanted cell = cells.get(i);
      ways.computeIfAbsent(new Way(cell.digits(), cell.shape()), w -> new ArrayList<>()).add(i);
    }
    List<Text> texts = new ArrayList<>(cells.stream().map(c -> new Text("", 0)).toList());
    for (Map.Entry<Way, List<Integer>> way : ways.entrySet()) {
      List<Path> pictures = way.getValue().stream().map(i -> cells.get(i).picture()).toList();
      List<Text> read = read(way.getKey(), pictures, work);
      for (int i = 0; i < read.size(); i++) {
        texts.set(way.getValue().get(i), read.get(i));
      }
    }
    return texts;
  }

  /** Cells that are read alike. */
  private record Way(boolean digits, Shape shape) {
    /** What Tesseract calls page segmentation. */
    String mode() {
      return switch (shape) {
        case CHARACTER -> "10";
        case LINE -> "7";
        case BLOCK -> "6";
        case RAW -> "13";
      };
    }
  }

  private List<Text> read(Way way, List<Path> pictures, Path work) throws IOException {
    Path list = work.resolve("cells.txt");
    Files.writeString(
        list,
        pictures.stream().map(p -> p.toAbsolutePath() + "\n").collect(Collectors.joining()),
        StandardCharsets.UTF_8);
    Path out = work.resolve("read");
    run(words(way, list, out), engine.time(), work.resolve("said.txt"));
    Path table = work.resolve("read.tsv");
    if (Files.size(table) > LONGEST_ANSWER) {
      throw new IOException("an answer beyond " + LONGEST_ANSWER + " bytes");
    }
    return ReadTable.of(Files.readString(table, StandardCharsets.UTF_8), pictures.size());
  }

  private List<String> words(Way way, Path list, Path out) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            engine.command(),
            list.toAbsolutePath().toString(),
            out.toAbsolutePath().toString(),
            "-l",
            way.digits() ? "eng" : engine.language(),
            "--psm",
            way.mode(),
            "--dpi",
            "300"));
    if (way.digits()) {
      words.addAll(List.of("-c", "tessedit_char_whitelist=" + DIGITS));
    }
    words.add("tsv");
    return words;
  }

  private void run(List<String> words, Duration time, Path said) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(bounded(words));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> !KEPT.contains(name));
    environment.put("OMP_THREAD_LIMIT", "1");
    environment.put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("Tesseract took longer than " + time);
      }
      if (process.exitValue() != 0) {
        throw new IOException("Tesseract ended with " + process.exitValue());
      }
    } catch (InterruptedException ending) {
      throw new InterruptedIOException("the office ends");
    } finally {
      process.destroyForcibly();
    }
  }

  /** The shell sets the limits, where there is one: of memory, and of every file written. */
  private List<String> bounded(List<String> words) {
    if (!Files.isExecutable(Path.of("/bin/sh"))) {
      return words;
    }
    List<String> bounded = new ArrayList<>();
    bounded.addAll(
        List.of(
            "/bin/sh",
            "-c",
            "ulimit -v \"$1\" 2>/dev/null; ulimit -f "
                + MOST_BLOCKS
                + " 2>/dev/null; shift; exec \"$@\"",
            "sh",
            String.valueOf(engine.memory() / 1024)));
    bounded.addAll(words);
    return bounded;
  }
}
