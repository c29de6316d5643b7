package cn.baosong.core.check;

import cn.baosong.core.call.Basis;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.SourceName;
import cn.baosong.core.submission.TimeEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants and verdicts in the words of a letter: the office's zone, to the second, no zeros. */
final class TimeWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm:ss", Locale.ROOT);

  private TimeWords() {}

  static String computation(Basis basis, Value value, TimeEvidence evidence, Limits limits) {
    String what =
        switch (basis) {
          case POSTMARK -> "寄出（发送）";
          case ARRIVAL_POSTMARK -> evidence.day().isPresent() ? "寄达" : "收到";
          case RECEIPT -> "收到";
        };
    return "%s时间为%s；%s；%s。"
        .formatted(what, evidence(evidence, limits.zone()), limits(limits), words(value));
  }

  static String evidence(TimeEvidence evidence, ZoneId zone) {
    String when =
        evidence.day().map(TimeWords::day).orElseGet(() -> interval(evidence.interval(), zone));
    return "%s（依据：%s，证据等级%s）"
        .formatted(when, SourceName.of(evidence.source()).chinese(), evidence.trust());
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /**
   * A limit is the first instant out of time: at midnight it is told as 24:00 of the day before.
   */
  static String limit(Instant limit, ZoneId zone) {
    ZonedDateTime end = limit.atZone(zone);
    return end.toLocalTime().toSecondOfDay() == 0
        ? DAY.format(end.minusDays(1)) + "24:00"
        : SECOND.format(end);
  }

  /** A moment, without seconds where there are none. */
  static String moment(Instant instant, ZoneId zone) {
    ZonedDateTime at = instant.atZone(zone);
    return (at.getSecond() == 0 ? MINUTE : SECOND).format(at);
  }

  static String words(Value value) {
    return switch (value) {
      case ON_TIME -> "在期限内";
      case LATE -> "已超过期限";
      case UNDETERMINED -> "不能确定是否在期限内";
    };
  }

  private static String limits(Limits limits) {
    if (limits.mostLenient().isEmpty()) {
      return "期限最严解释至%s，最宽解释因缺少该年度工作日数据不能确定".formatted(limit(limits.strictest(), limits.zone()));
    }
    Instant last = limits.mostLenient().get();
    return last.equals(limits.strictest())
        ? "期限至" + limit(last, limits.zone())
        : "期限最严解释至%s，最宽解释至%s"
            .formatted(limit(limits.strictest(), limits.zone()), limit(last, limits.zone()));
  }

  private static String interval(Interval interval, ZoneId zone) {
    String from = SECOND.format(interval.earliest().atZone(zone));
    String to = SECOND.format(interval.latest().atZone(zone));
    return from.equals(to) ? from : from + "至" + to + "之间";
  }
}
