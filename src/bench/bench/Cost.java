package bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a piece of work took.
 *
 * @param wall seconds a package
 * @param cpu seconds a package, of this process and of its children
 */
record Cost(double wall, double cpu) {
  private static final double TICKS = 100;

  /** Work that may fail. */
  interface Work {
    void run() throws Exception;
  }

  static Cost of(int packages, Work work) throws Exception {
    double cpu = used();
    long from = System.nanoTime();
    work.run();
    double wall = (System.nanoTime() - from) / 1e9;
    return new Cost(wall / packages, (used() - cpu) / packages);
  }

  /** Each alone: the median of walls and the median of processor times. */
  static Cost median(List<Cost> costs) {
    return new Cost(
        median(costs.stream().map(Cost::wall).toList()),
        median(costs.stream().map(Cost::cpu).toList()));
  }

  static double median(Iterable<Double> values) {
    List<Double> sorted = new ArrayList<>();
    values.forEach(sorted::add);
    sorted.sort(Comparator.naturalOrder());
    return sorted.get(sorted.size() / 2);
  }

  /** Seconds of the processor so far, of this process and of all its children. */
  static double used() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double children =
        ProcessHandle.current()
            .descendants()
            .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
            .mapToLong(Duration::toMillis)
            .sum();
    return system.getProcessCpuTime() / 1e9 + children / 1e3 + ended();
  }

  /** Of children that have ended, where the system tells (proc(5): cutime and cstime). */
  private static double ended() {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.isReadable(stat)) {
      return 0;
    }
    try {
      String[] fields = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
      return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
