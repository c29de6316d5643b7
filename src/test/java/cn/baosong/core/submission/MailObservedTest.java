package cn.baosong.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is believed of a mail's arrival (domain.md 2.3); all times of one evening in March. */
class MailObservedTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration TRANSIT = Duration.ofHours(2);
  private static final String HOST = "mx.office.test";

  private Optional<Instant> internal = Optional.empty();
  private Optional<Instant> saved = Optional.empty();
  private Optional<Instant> before = Optional.empty();
  private Optional<Instant> date = Optional.empty();
  private Instant seen = at("23:59:59");
  private List<String> lines = List.of();

  private MailObserved mail() {
    return new MailObserved(
        ReceivedTrail.of(lines, List.of(HOST)), internal, saved, before, seen, date);
  }

  private static Instant at(String time) {
    return Instant.parse("2020-03-31T" + time + "+08:00");
  }

  private static Optional<Instant> on(String time) {
    return Optional.of(at(time));
  }

  private static String stamp(String from, String by, String time) {
    return "from %s by %s with ESMTP id 1; Tue, 31 Mar 2020 %s +0800".formatted(from, by, time);
  }

  private void received(TrustClass trust, String source, Interval interval) {
    TimeEvidence evidence = mail().received();
    assertThat(evidence.trust()).isEqualTo(trust);
    assertThat(evidence.source()).isEqualTo(source);
    assertThat(evidence.interval()).isEqualTo(interval);
  }

  @Test
  void believesTheStampOfTheMailbox() {
    internal = on("20:00:00");
    before = on("19:59:30");
    seen = at("20:00:30");
    received(TrustClass.A, "INTERNALDATE", Interval.second(at("20:00:00")));
    assertThat(mail().remarks(ZONE)).isEmpty();
  }

  /** T01: nobody looked for hours; the stamp stands all the same. */
  @Test
  void believesTheStampHoweverLateItIsSeen() {
    internal = on("12:00:00");
    before = on("11:00:00");
    received(TrustClass.A, "INTERNALDATE", Interval.second(at("12:00:00")));
  }

  /** A clerk drags an old mail into the box: the last look did not show it. */
  @Test
  void doesNotBelieveAStampThatTheLooksContradict() {
    internal = on("12:00:00");
    before = on("20:00:00");
    seen = at("20:00:30");
    received(TrustClass.C, "INTERNALDATE", Interval.second(at("12:00:00")));
    assertThat(mail().remarks(ZONE)).anyMatch(told -> told.contains("移入或导入"));
  }

  /** The provider delivered late into the folder, and its own line says when it took the mail. */
  @Test
  void believesAStampThatTheProvidersLineConfirms() {
    lines = List.of(stamp("a (a [192.0.2.1])", HOST, "12:00:10"));
    internal = on("12:00:00");
    before = on("20:00:00");
    seen = at("20:00:30");
    received(TrustClass.A, "INTERNALDATE", Interval.second(at("12:00:00")));
  }

  /** SAVEDATE (RFC 8514): no APPEND and no COPY can set it. */
  @Test
  void doesNotBelieveAStampThatSavedateContradicts() {
    internal = on("12:00:00");
    saved = on("20:00:00");
    received(TrustClass.C, "INTERNALDATE", Interval.second(at("12:00:00")));
  }

  @Test
  void believesTheStampThatSavedateConfirmsWhateverTheLooksSay() {
    internal = on("12:00:00");
    saved = on("12:00:01");
    before = on("20:00:00");
    seen = at("20:00:30");
    received(TrustClass.A, "INTERNALDATE", Interval.second(at("12:00:00")));
  }

  /** T10: a stamp of the time to come, or a clock of ours that fell back: nobody's word counts. */
  @Test
  void believesNoStampOfTheTimeToCome() {
    lines = List.of(stamp("a (a [192.0.2.1])", HOST, "23:00:00"));
    internal = on("23:00:00");
    seen = at("12:00:00");
    received(TrustClass.C, "INTERNALDATE", Interval.second(at("23:00:00")));
  }

  @Test
  void takesTheProvidersLineWhereTheMailboxKeepsNoStamp() {
    lines = List.of(stamp("a (a [192.0.2.1])", HOST, "20:00:00"));
    received(TrustClass.A, "Received by " + HOST, Interval.second(at("20:00:00")));
  }

  @Test
  void isBoundedByOurOwnLooksWhereNobodyStampedIt() {
    before = on("19:59:30");
    seen = at("20:00:00");
    received(TrustClass.B, "first seen", new Interval(at("19:59:30"), at("20:00:00")));
  }

  @Test
  void provesNothingWhereNobodyLookedBefore() {
    seen = at("20:00:00");
    received(TrustClass.C, "first seen", Interval.at(at("20:00:00")));
  }

  @Test
  void wasSentWhenTheProviderTookIt() {
    lines = List.of(stamp("a (a [192.0.2.1])", HOST, "23:50:00"));
    internal = on("23:59:00");
    assertThat(mail().sent(TRANSIT).orElseThrow().interval())
        .isEqualTo(Interval.second(at("23:50:00")));
  }

  /** Decision 13: an older stamp of somebody else, within the time in transit, widens it. */
  @Test
  void mayHaveBeenSentWhenAnotherHostSaysWithinTheTimeInTransit() {
    lines =
        List.of(
            stamp("a (a [192.0.2.1])", HOST, "23:50:00"),
            stamp("b (b [192.0.2.2])", "a", "22:30:00"));
    internal = on("23:50:00");
    assertThat(mail().sent(TRANSIT).orElseThrow().interval())
        .isEqualTo(new Interval(at("22:30:00"), Interval.second(at("23:50:00")).latest()));
  }

  @Test
  void wasNotSentADayBeforeWhateverAnotherHostSays() {
    lines =
        List.of(
            stamp("a (a [192.0.2.1])", HOST, "23:50:00"),
            stamp("b (b [192.0.2.2])", "a", "01:00:00"));
    internal = on("23:50:00");
    assertThat(mail().sent(TRANSIT).orElseThrow().interval())
        .isEqualTo(Interval.second(at("23:50:00")));
  }

  @Test
  void saysNothingOfTheSendingWhereTheLineIsLaterThanTheReceipt() {
    lines = List.of(stamp("a (a [192.0.2.1])", HOST, "23:50:00"));
    internal = on("20:00:00");
    assertThat(mail().sent(TRANSIT)).isEmpty();
  }

  /** T02: told with both times, used for nothing. */
  @Test
  void showsADateThatTheSenderSetBack() {
    internal = on("20:00:00");
    date = Optional.of(at("20:00:00").minus(Duration.ofDays(3)));
    assertThat(mail().remarks(ZONE))
        .singleElement()
        .asString()
        .contains("2020-03-28 20:00:00", "2020-03-31 20:00:00", "4320 分钟", "不作为依据");
    received(TrustClass.A, "INTERNALDATE", Interval.second(at("20:00:00")));
  }

  @Test
  void doesNotMindAFewMinutesOfTheSendersClock() {
    internal = on("20:00:00");
    date = on("19:50:00");
    assertThat(mail().remarks(ZONE)).isEmpty();
  }
}
