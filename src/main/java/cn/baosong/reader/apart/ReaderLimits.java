package cn.baosong.reader.apart;

import java.time.Duration;

/**
 * How long reading may take.
 *
 * @param part for one part of a package: one file, or unpacking without progress
 * @param whole for a package
 */
public record ReaderLimits(Duration part, Duration whole) {}
