package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A stored season decided once more by the command itself, in a process of its own: under the rules
 * as they were, and with one rule changed.
 */
final class Replay {
  private static final Path FORMS = Path.of("forms");

  /** The rule of age; who was born in 1972 is too old by the changed one. */
  private static final String RULE = "must: 不早于(出生日期, \"1970-01-01\")";

  private static final String CHANGED = "must: 不早于(出生日期, \"1973-01-01\")";

  private final Path root;
  private final Path jar;
  private final Path office;

  Replay(Path root, Path jar, Path office) {
    this.root = root;
    this.jar = jar;
    this.office = office;
  }

  /** Seconds from start to end of the process. */
  double unchanged() throws Exception {
    return run(FORMS, root.resolve("replay-unchanged.txt"));
  }

  double changed() throws Exception {
    Path forms = root.resolve("forms-changed");
    FileSystemUtils.copyRecursively(FORMS, forms);
    Path call = forms.resolve(Bundles.CALL).resolve("call.yaml");
    String rules = Files.readString(call, StandardCharsets.UTF_8);
    if (!rules.contains(RULE)) {
      throw new IllegalStateException("the rule of age reads otherwise");
    }
    Files.writeString(call, rules.replace(RULE, CHANGED), StandardCharsets.UTF_8);
    return run(forms, root.resolve("replay-changed.txt"));
  }

  private double run(Path forms, Path told) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-jar",
            jar.toString(),
            "replay",
            "--call",
            Bundles.CALL,
            "--forms",
            forms.toString(),
            "--units",
            office.resolve("units.csv").toString(),
            "--home",
            office.resolve("var").toString());
    long from = System.nanoTime();
    Process replay =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(told.toFile())
            .start();
    if (replay.waitFor() != 0) {
      throw new IllegalStateException("replay ended with " + replay.exitValue());
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    sum(told);
    return seconds;
  }

  private static void sum(Path told) throws IOException {
    try (Stream<String> lines = Files.lines(told, StandardCharsets.UTF_8)) {
      lines.dropWhile(line -> !line.startsWith("重判 ")).forEach(System.out::println);
    }
  }
}
