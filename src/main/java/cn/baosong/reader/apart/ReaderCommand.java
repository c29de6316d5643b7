package cn.baosong.reader.apart;

import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a reader is started: by the Java and from the classes that run the office, whether these lie
 * in its one jar or in folders.
 *
 * @param application its {@code main} takes the subcommand {@value #SUBCOMMAND}
 * @param memory bytes of heap
 */
public record ReaderCommand(Class<?> application, long memory) {
  public static final String SUBCOMMAND = "read-packages";

  /** In the one jar classes lie in jars in the jar, which only its own launcher can read. */
  private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

  /** Names of files need the locale, Windows its root; everything else may be a secret. */
  private static final Set<String> KEPT =
      Set.of("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT");

  Process start(Path place) throws java.io.IOException {
    ProcessBuilder builder = new ProcessBuilder(words(place));
    Map<String, String> environment = builder.environment();
    Map<String, String> kept =
        environment.entrySet().stream()
            .filter(variable -> KEPT.contains(variable.getKey().toUpperCase(Locale.ROOT)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    environment.clear();
    environment.putAll(kept);
    return builder.start();
  }

  private List<String> words(Path place) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms16m",
        "-Xmx" + memory,
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+DisplayVMOutputToStderr",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + place.resolve("crash.log"),
        "-Djava.io.tmpdir=" + place,
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-Dlogback.configurationFile=cn/baosong/reader/apart/logback.xml",
        "-cp",
        System.getProperty("java.class.path"),
        main(),
        SUBCOMMAND);
  }

  private String main() {
    CodeSource source = application.getProtectionDomain().getCodeSource();
    boolean nested = source != null && source.getLocation().toString().startsWith("jar:nested:");
    return nested ? LAUNCHER : application.getName();
  }
}
