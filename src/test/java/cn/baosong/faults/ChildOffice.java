package cn.baosong.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The office as a process of its own, started again and again on the same folders. */
public final class ChildOffice {
  /** Sooner ready: what is tested is what reaches the disk, not how fast. */
  private static final List<String> QUICK =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Dfile.encoding=UTF-8");

  private final Season season;
  private final List<String> program;
  private final List<String> settings;
  private final Path log;

  /**
   * @param program what stands behind {@code java}: {@code -jar …} or {@code -cp … <main class>}
   * @param settings as arguments
   */
  public ChildOffice(Season season, Path routes, List<String> program, List<String> settings) {
    this.season = season;
    this.program = List.copyOf(program);
    this.log = season.home().resolveSibling("office.log");
    Duration offset =
        Duration.between(
            Clock.systemUTC().instant(),
            OffsetDateTime.parse("2020-03-16T09:00:00+08:00").toInstant());
    List<String> all =
        new ArrayList<>(
            List.of(
                "--baosong.home=" + season.home(),
                "--baosong.inbox=" + season.inbox(),
                "--baosong.forms=" + season.forms(),
                "--baosong.routes=" + routes,
                "--baosong.clock.offset=" + offset,
                "--baosong.admin-password=crash-Only-1",
                "--baosong.folder.quiet=PT0.5S",
                "--baosong.folder.pause=200ms",
                "--server.address=127.0.0.1",
                "--server.port=0"));
    all.addAll(settings);
    this.settings = List.copyOf(all);
  }

  /** Starts it; its words are added to one log. */
  public Running start(String... more) throws IOException {
    return startUnder(List.of(), more);
  }

  /**
   * As above, run by another program.
   *
   * @param runner that program and its arguments
   */
  public Running startUnder(List<String> runner, String... more) throws IOException {
    List<String> command = new ArrayList<>(runner);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK);
    command.addAll(program);
    command.addAll(settings);
    command.addAll(List.of(more));
    logged("--- " + String.join(" ", more) + "\n");
    long said = Files.size(log);
    return new Running(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start(),
        log,
        said);
  }

  private void logged(String line) throws IOException {
    Files.writeString(
        log,
        line,
        StandardCharsets.UTF_8,
        java.nio.file.StandardOpenOption.CREATE,
        java.nio.file.StandardOpenOption.APPEND);
  }

  /** Everything it has said since it was first started. */
  public String log() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * One start of it.
   *
   * @param said bytes of the log that earlier starts wrote
   */
  public record Running(Process process, Path log, long said) {
    /** Whether it has said that it is open. */
    public boolean isReady() throws IOException {
      try (InputStream words = Files.newInputStream(log)) {
        words.skipNBytes(said);
        return new String(words.readAllBytes(), StandardCharsets.UTF_8).contains("Started Baosong");
      }
    }

    public boolean isAlive() {
      return process.isAlive();
    }

    public long pid() {
      return process.pid();
    }

    /** Whether it ended within the time. */
    public boolean ends(Duration within) throws InterruptedException {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    public int exit() {
      return process.exitValue();
    }

    /** {@code kill -9}; tells of its own children that outlive it. */
    public List<ProcessHandle> kill() throws InterruptedException {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroyForcibly().waitFor();
      List<ProcessHandle> outlived = new ArrayList<>();
      for (ProcessHandle child : children) {
        try {
          child.onExit().get(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException
            | java.util.concurrent.ExecutionException e) {
          outlived.add(child);
        }
      }
      return outlived;
    }

    /** Asks it to end, as a service manager does. */
    public void terminate() throws InterruptedException {
      process.destroy();
      process.waitFor();
    }
  }
}
