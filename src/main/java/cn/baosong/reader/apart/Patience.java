package cn.baosong.reader.apart;

import java.nio.file.Path;
import java.time.Duration;

/** How long a package, and each part of it, may still take. */
final class Patience implements AutoCloseable {
  private static final Duration SLICE = Duration.ofSeconds(5);

  private final Duration slice;
  private final Deadline part;
  private final Deadline whole;
  private final Heart heart;
  private boolean unpacking;
  private long unpacked;

  Patience(ReaderLimits limits, Heart heart) {
    Duration third = limits.part().dividedBy(3);
    this.slice = third.compareTo(SLICE) < 0 ? third : SLICE;
    this.part = new Deadline(limits.part());
    this.whole = new Deadline(limits.whole());
    this.heart = heart;
  }

  /** A reader begins with the package. */
  void begin() {
    unpacking = true;
    unpacked = 0;
    part.renew();
  }

  /** The time so far was lost on our side. */
  void beginAnew() {
    whole.renew();
  }

  void unpacked() {
    unpacking = false;
  }

  /** How long to wait at a stretch. */
  Duration slice() {
    return slice;
  }

  /**
   * Whether a reader has used up its time.
   *
   * @param said whether it has just said something
   * @param place folder that grows while it unpacks
   */
  boolean isOver(boolean said, Path place) {
    beat();
    if (said || grows(place)) {
      part.renew();
    }
    return part.passed() || isWholeOver();
  }

  /** Whether the package as a whole has used up its time. */
  boolean isWholeOver() {
    return whole.passed();
  }

  void beat() {
    heart.beat();
  }

  private boolean grows(Path place) {
    long now = unpacking ? WorkFolder.bytes(place) : unpacked;
    boolean grows = now > unpacked;
    unpacked = Math.max(now, unpacked);
    return grows;
  }

  @Override
  public void close() {
    part.cancel();
    whole.cancel();
  }
}
