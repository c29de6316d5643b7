package cn.baosong.reader.call;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When the last day of a deadline ends.
 *
 * @param day the last day itself
 * @param time before 24:00; empty means 24:00
 * @param isStated whether the notice prints a time of day: then whether the day counts is no
 *     question
 */
record EndOfDay(LocalDate day, Optional<LocalTime> time, boolean isStated) {

  /** 24:00 ends the day printed, 0:00 (0时前) the day before it. */
  static EndOfDay of(Entry deadline) {
    LocalDate day = deadline.date("date").orElse(LocalDate.EPOCH);
    Entry written = deadline.at("time");
    if (!written.isPresent()) {
      return new EndOfDay(day, Optional.empty(), false);
    }
    if (deadline.at("dayInclusive").isPresent()) {
      deadline
          .at("dayInclusive")
          .fault("已写明时刻 time，不能再写含不含当日", "a time of day leaves no question of the day");
    }
    if (written.text().startsWith("24")) {
      return new EndOfDay(day, Optional.empty(), true);
    }
    Optional<LocalTime> time = deadline.parsed("time", LocalTime::parse);
    return time.filter(LocalTime.MIDNIGHT::equals).isPresent()
        ? new EndOfDay(day.minusDays(1), Optional.empty(), true)
        : new EndOfDay(day, time, true);
  }

  LocalDateTime moment() {
    return time.map(day::atTime).orElseGet(() -> day.plusDays(1).atStartOfDay());
  }
}
