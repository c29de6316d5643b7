package cn.baosong.architecture.offender.desk;

import java.time.LocalDate;
import java.util.function.Supplier;

/** A desk that hands a watch on. */
public final class PointsAtTheWall {
  Supplier<LocalDate> today() {
    return LocalDate::now;
  }
}
