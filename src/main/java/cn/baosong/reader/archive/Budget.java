package cn.baosong.reader.archive;

import java.util.Optional;
import java.util.stream.LongStream;

/** Counts what one package costs, over all its nested archives. */
final class Budget {
  private final ArchiveLimits limits;
  private final String packageName;
  private final long packed;
  private final Optional<AtOnce> most;
  private long bytes;
  private int entries;
  private boolean costly;

  /**
   * @param packed what all of it weighs as it came
   * @param most what it may cost by now; empty when it may take as long as it takes
   */
  Budget(ArchiveLimits limits, String packageName, long packed, Optional<AtOnce> most) {
    this.limits = limits;
    this.most = most;
    this.packageName = packageName;
    this.packed = packed;
  }

  ArchiveLimits limits() {
    return limits;
  }

  void entry() throws Refusal {
    entries(1);
  }

  void entries(long more) throws Refusal {
    if (more > limits.maxEntries() - entries) {
      throw tooMany(packageName, limits);
    }
    entries += (int) more;
    stopWhen(most.filter(by -> packed > by.bytes() || entries > by.entries()).isPresent());
  }

  /** Whether it has come to cost more than it may by now; what was unpacked is worthless then. */
  boolean isCostly() {
    return costly;
  }

  /** Whoever unpacks ends; nobody reads these words. */
  private void stopWhen(boolean beyond) throws Refusal {
    costly |= beyond;
    if (costly) {
      throw tooMany(packageName, limits);
    }
  }

  static Refusal tooMany(String archive, ArchiveLimits limits) {
    return Refusal.tooLarge(
        archive,
        "内的文件超过 " + limits.maxEntries() + " 个，请分批报送或删去无关文件",
        "holds more than "
            + limits.maxEntries()
            + " entries; send it in parts or without what is not asked for");
  }

  /** The sum of declared sizes, unknown ones (negative) left out; never overflows. */
  static long total(LongStream sizes) {
    return sizes
        .map(size -> Math.max(0, size))
        .reduce(0, (a, b) -> a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b);
  }

  /** Spends bytes about to be kept. */
  void bytes(long more) throws Refusal {
    foresee(more);
    bytes += more;
  }

  /** Refuses at once what is declared to become too large. */
  void foresee(long more) throws Refusal {
    if (more < 0
        || limits.isBomb(more > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + more, packed)) {
      throw Refusal.bomb(packageName);
    }
    if (more > limits.maxBytes() - bytes) {
      throw Refusal.tooLarge(
          packageName,
          "解压后超过 " + limits.maxBytes() + " 字节，请分批报送或降低扫描分辨率",
          "unpacks to more than "
              + limits.maxBytes()
              + " bytes; send it in parts or scan at a lower resolution");
    }
    stopWhen(most.filter(by -> more > by.bytes() - bytes).isPresent());
  }
}
