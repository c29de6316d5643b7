package bench;

import cn.baosong.Baosong;
import cn.baosong.web.WebOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole office in this process, in the season of the call, on folders of its own. */
final class Office implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(20);

  private final Path root;
  private final ConfigurableApplicationContext office;
  private final Set<Path> told = new HashSet<>();

  private Office(Path root, ConfigurableApplicationContext office) {
    this.root = root;
    this.office = office;
  }

  static Office open(Path root, String... more) throws IOException {
    Files.createDirectories(root.resolve("inbox"));
    Bundles.registry(root.resolve("units.csv"));
    return new Office(root, SpringApplication.run(Baosong.class, settings(root, more)));
  }

  static String[] settings(Path root, String... more) {
    Duration offset =
        Duration.between(
            Clock.systemUTC().instant(),
            OffsetDateTime.parse("2020-03-16T09:00:00+08:00").toInstant());
    List<String> usual =
        List.of(
            "--baosong.home=" + root.resolve("var"),
            "--baosong.inbox=" + root.resolve("inbox"),
            "--baosong.units=" + root.resolve("units.csv"),
            "--baosong.clock.offset=" + offset,
            "--baosong.admin-password=bench-Only-1",
            "--baosong.folder.quiet=PT0.5S",
            "--baosong.folder.pause=200ms",
            "--logging.level.root=warn",
            "--server.address=127.0.0.1",
            "--server.port=0");
    return Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new);
  }

  <T> T part(Class<T> type) {
    return office.getBean(type);
  }

  void drop(Path each) throws IOException {
    Path part = root.resolve("inbox").resolve(each.getFileName() + ".part");
    Files.copy(each, part);
    Files.move(part, root.resolve("inbox").resolve(each.getFileName().toString()));
  }

  /** By which the office's clock stands from the machine's. */
  Duration offset() {
    return part(WebOffice.class).offset();
  }

  int port() {
    return office.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Drops packages, and waits until the letter of each decision is printed. */
  void takes(List<Path> packages) throws IOException, InterruptedException {
    long before = accepted();
    for (Path each : packages) {
      drop(each);
    }
    long end = System.nanoTime() + PATIENCE;
    while (accepted() < before + packages.size()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the office does not come to rest");
      }
      Thread.sleep(50);
    }
  }

  private long accepted() throws IOException {
    Path notices = root.resolve("var").resolve("notices");
    if (!Files.isDirectory(notices)) {
      return 0;
    }
    try (Stream<Path> folders = Files.list(notices)) {
      folders
          .filter(folder -> !told.contains(folder))
          .filter(Office::hasAcceptance)
          .forEach(told::add);
    }
    return told.size();
  }

  private static boolean hasAcceptance(Path folder) {
    try (Stream<Path> letters = Files.list(folder)) {
      return letters.anyMatch(letter -> letter.toString().endsWith("-ACCEPTANCE.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    office.close();
  }
}
