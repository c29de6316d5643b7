package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that any run of a program took which this process started, as Linux counts it
 * ({@code /proc}): looked at again and again while it lives, its own peak being told by the system.
 */
final class Peak implements AutoCloseable {
  private static final long PAUSE = 5;

  private final String program;
  private final AtomicLong resident = new AtomicLong();
  private final AtomicLong addressed = new AtomicLong();
  private final Thread looking;

  Peak(String program) {
    this.program = program;
    this.looking = new Thread(this::look, "peak");
    looking.setDaemon(true);
    looking.start();
  }

  /** Megabytes of it that lay in memory. */
  long resident() {
    return resident.get() / 1024;
  }

  /** Megabytes that it had asked for. */
  long addressed() {
    return addressed.get() / 1024;
  }

  private void look() {
    try {
      while (true) {
        ProcessHandle.current().children().forEach(this::count);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(ProcessHandle child) {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc/" + child.pid() + "/status"));
      if (status.get(0).endsWith(program)) {
        status.forEach(
            line -> {
              raise(resident, line, "VmHWM:");
              raise(addressed, line, "VmPeak:");
            });
      }
    } catch (IOException ended) {
      // between two looks
    }
  }

  private static void raise(AtomicLong most, String line, String key) {
    if (line.startsWith(key)) {
      long kilobytes = Long.parseLong(line.replaceAll("\\D", ""));
      most.accumulateAndGet(kilobytes, Math::max);
    }
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
