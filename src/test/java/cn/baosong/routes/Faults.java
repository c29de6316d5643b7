package cn.baosong.routes;

import java.util.stream.Stream;

/** A fault or none. */
final class Faults {
  private Faults() {}

  static Stream<String> when(boolean broken, String fault) {
    return broken ? Stream.of(fault) : Stream.empty();
  }
}
