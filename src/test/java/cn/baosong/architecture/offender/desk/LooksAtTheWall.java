package cn.baosong.architecture.offender.desk;

import java.time.Instant;

/** A desk with a watch of its own. */
public final class LooksAtTheWall {
  Instant received() {
    return Instant.now();
  }
}
