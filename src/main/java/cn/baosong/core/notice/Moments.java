package cn.baosong.core.notice;

import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as letters print them: to the second, in the office's zone, an interval as its two ends.
 */
record Moments(Wording wording, ZoneId zone) {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.ROOT);

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  String date(Instant instant) {
    return DAY.format(instant.atZone(zone));
  }

  String moment(Instant instant) {
    return wording.say(Phrase.MOMENT, second(instant), zone(instant));
  }

  /** A date where the evidence has day precision, one second where both ends share it. */
  String when(TimeEvidence evidence) {
    if (evidence.day().isPresent()) {
      return day(evidence.day().get());
    }
    Instant earliest = evidence.interval().earliest();
    Instant latest = evidence.interval().latest();
    return earliest.getEpochSecond() == latest.getEpochSecond()
        ? moment(earliest)
        : between(evidence.interval());
  }

  /** Both ends, whatever lies between. */
  String between(Interval interval) {
    return wording.say(
        Phrase.BETWEEN,
        second(interval.earliest()),
        second(interval.latest()),
        zone(interval.earliest()));
  }

  /** Who says so, and how far it can be trusted. */
  String source(TimeEvidence evidence) {
    return wording.say(Phrase.SOURCE, sourceName(evidence), trust(evidence));
  }

  String sourceName(TimeEvidence evidence) {
    return wording.source(Shown.name(evidence.source()));
  }

  String trust(TimeEvidence evidence) {
    return switch (evidence.trust()) {
      case A -> wording.say(Phrase.TRUST_A);
      case B -> wording.say(Phrase.TRUST_B);
      case C -> wording.say(Phrase.TRUST_C);
    };
  }

  private String second(Instant instant) {
    return SECOND.format(instant.atZone(zone));
  }

  private String zone(Instant instant) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    return offset.equals(BEIJING) ? wording.say(Phrase.BEIJING_TIME) : "UTC" + offset;
  }
}
