package cn.baosong.reader.apart;

import cn.baosong.reader.archive.AtOnce;
import java.time.Duration;

/**
 * How long reading may take.
 *
 * @param part for one part of a package: one file, or unpacking without progress
 * @param whole for a package
 * @param cheap processor time of a package that is read in its turn
 * @param most what such a package may hold
 */
public record ReaderLimits(Duration part, Duration whole, Duration cheap, AtOnce most) {

  /** With what is cheap by default. */
  public ReaderLimits(Duration part, Duration whole) {
    this(part, whole, Duration.ofSeconds(5), AtOnce.safe());
  }
}
