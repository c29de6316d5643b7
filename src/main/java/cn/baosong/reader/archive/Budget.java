package cn.baosong.reader.archive;

/** Counts what one package costs, over all its nested archives. */
final class Budget {
  private final ArchiveLimits limits;
  private final String packageName;
  private final long packed;
  private long bytes;
  private int entries;

  Budget(ArchiveLimits limits, String packageName, long packed) {
    this.limits = limits;
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
      throw Refusal.tooLarge(
          packageName,
          "内的文件超过 " + limits.maxEntries() + " 个",
          "holds more than " + limits.maxEntries() + " entries");
    }
    entries += (int) more;
  }

  /** Spends bytes about to be kept. */
  void bytes(long more) throws Refusal {
    foresee(more);
    bytes += more;
  }

  /** Refuses at once what is declared to become too large. */
  void foresee(long more) throws Refusal {
    if (more < 0 || limits.isBomb(bytes + more, packed)) {
      throw Refusal.bomb(packageName);
    }
    if (more > limits.maxBytes() - bytes) {
      throw Refusal.tooLarge(
          packageName,
          "解压后超过 " + limits.maxBytes() + " 字节",
          "unpacks to more than " + limits.maxBytes() + " bytes");
    }
  }
}
