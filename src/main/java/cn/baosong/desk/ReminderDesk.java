package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.Admittance;
import cn.baosong.core.check.Closing;
import cn.baosong.core.decision.UnitStanding;
import cn.baosong.core.notice.Contact;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.LetterWriter;
import cn.baosong.core.notice.Reminder;
import cn.baosong.core.notice.ReminderNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** 催报: reminds units of which nothing, or not all, has come, and notes what was said with them. */
public final class ReminderDesk {
  private static final ReminderNumber UNNUMBERED = new ReminderNumber("CB-0000-0000");
  private static final int MOST_WORDS = 2000;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final MissingUnits missing;
  private final Calls calls;
  private final Outgoing outgoing;
  private final CaseLock lock;
  private final Pace pace;

  /** Where reminders and notes go. */
  public record Outgoing(
      LetterWriter writer, Letters letters, Contacts contacts, Numbers numbers) {}

  /**
   * The office's clock.
   *
   * @param pause within which a unit is reminded again only when that is confirmed
   */
  public record Pace(Clock clock, ZoneId zone, Duration pause) {}

  public ReminderDesk(
      MissingUnits missing, Calls calls, Outgoing outgoing, CaseLock lock, Pace pace) {
    this.missing = missing;
    this.calls = calls;
    this.outgoing = outgoing;
    this.lock = lock;
    this.pace = pace;
  }

  /** The days within which a unit is not reminded twice unless that is confirmed. */
  public Duration pause() {
    return pace.pause();
  }

  /**
   * The letter as it would go, unnumbered; nothing is stored.
   *
   * @param again whether a unit that was reminded of late may be reminded again
   * @throws Refusal when the unit is not to be reminded by letter
   */
  public Letter preview(CallId call, UnitCode unit, boolean again) {
    return letter(call, unit, again, UNNUMBERED);
  }

  /**
   * Writes the reminder into the outbox.
   *
   * @param by who asks for it
   * @throws Refusal when the unit is not to be reminded by letter
   */
  public Letter remind(CallId call, UnitCode unit, boolean again, String by) {
    return lock.holding(
        call,
        unit,
        () -> {
          letter(call, unit, again, UNNUMBERED);
          int year = pace.clock().instant().atZone(pace.zone()).getYear();
          Letter letter = letter(call, unit, again, outgoing.numbers().nextReminder(year));
          outgoing.letters().save(letter, new Act(Act.Kind.UNIT_REMINDED, by, ""));
          return letter;
        });
  }

  /**
   * Stops a reminder that waited in the outbox until it was pointless: the unit has delivered, or
   * the deadline has passed.
   *
   * @throws IllegalStateException when it was stopped, so that nothing of it leaves
   */
  public void holdBack(String id) {
    Optional<Letter> pointless =
        outgoing
            .letters()
            .find(id)
            .filter(letter -> letter.kind() == LetterKind.REMINDER)
            .filter(letter -> !isStillDue(letter));
    if (pointless.isPresent()) {
      outgoing
          .letters()
          .save(
              pointless.get().in(LetterState.STOPPED),
              new Act(Act.Kind.LETTER_STOPPED, Act.MACHINE, "单位已报送或者期限已过"));
      throw new IllegalStateException(
          "催报函 " + id + " 发出前单位已报送或者期限已过，已停发 The reminder came too late and was stopped");
    }
  }

  /** A call that is not live any more, or a unit that left the registry, is not reminded. */
  private boolean isStillDue(Letter reminder) {
    try {
      return reminder
          .call()
          .flatMap(call -> reminder.unit().map(unit -> missing.line(call, unit)))
          .filter(line -> line.standing().isReminded())
          .flatMap(MissingUnits.Line::closing)
          .filter(closing -> !closing.isPast(pace.clock().instant()))
          .isPresent();
    } catch (Refusal unknown) {
      return false;
    }
  }

  /**
   * Notes that somebody spoke with a unit.
   *
   * @param at when they spoke; not in the future
   * @throws Refusal when something is missing, or cannot be right
   */
  public Contact note(Spoken spoken, String by) {
    CallId call = Known.call(calls, spoken.call()).id();
    UnitCode unit = missing.line(call, spoken.unit()).unit().code();
    if (spoken.words().isBlank()) {
      throw Refusal.invalid("words", "请写明谈了什么、对方怎么答复。", "Say what was said and answered.");
    }
    if (spoken.words().length() > MOST_WORDS) {
      throw Refusal.invalid(
          "words", "最多 " + MOST_WORDS + " 字。", "At most " + MOST_WORDS + " characters.");
    }
    if (spoken.at().isAfter(pace.clock().instant())) {
      throw Refusal.invalid("at", "联系时间不能晚于现在。", "They cannot have spoken in the future.");
    }
    Contact contact =
        new Contact(
            UUID.randomUUID().toString(),
            call,
            unit,
            spoken.at(),
            by,
            spoken.with().strip(),
            spoken.words().strip());
    outgoing.contacts().save(contact, new Act(Act.Kind.CONTACT_NOTED, by, call + " " + unit));
    return contact;
  }

  /**
   * What was said.
   *
   * @param with whom of the unit; may be empty
   */
  public record Spoken(CallId call, UnitCode unit, Instant at, String with, String words) {}

  private Letter letter(CallId call, UnitCode unit, boolean again, ReminderNumber number) {
    MissingUnits.Line line = missing.line(call, unit);
    Instant now = pace.clock().instant();
    mustBeMissing(line);
    Closing closing = line.closing().orElseThrow(ReminderDesk::noDeadline);
    mustBeInTime(closing, now);
    mustHaveAddress(line);
    line.tally()
        .reminded()
        .filter(at -> !again && at.plus(pace.pause()).isAfter(now))
        .ifPresent(this::refuseAgain);
    return outgoing
        .writer()
        .reminder(
            new Reminder(
                Known.call(calls, call), line.unit(), line.standing(), line.quotas(), closing, now),
            number);
  }

  private static void mustBeMissing(MissingUnits.Line line) {
    if (line.admittance() != Admittance.ADMITTED) {
      throw line.admittance() == Admittance.OPEN
          ? Refusal.conflict(
              "unit",
              "该类单位是否自行报送，通知未载明，请先在“通知”中认定。",
              "Whether such units deliver themselves is open; settle it at the call first.")
          : Refusal.conflict("unit", "该单位不在本通知的推荐单位之列。", "The call does not ask this unit.");
    }
    if (line.standing() == UnitStanding.DELIVERED) {
      throw Refusal.conflict("unit", "该单位已经报送。", "The unit has delivered by now.");
    }
    if (!line.standing().isReminded()) {
      throw Refusal.conflict(
          "unit",
          "该单位来过材料（已撤回或者未能受理），不发催报函，请电话联系并记下。",
          "Something of the unit came and was withdrawn or is unusable; speak with it and note that.");
    }
  }

  private static void mustBeInTime(Closing closing, Instant now) {
    if (closing.isToOpen(now)) {
      throw Refusal.conflict("unit", "还没有到开始接收的时间，不催报。", "Deliveries are not taken yet.");
    }
    if (closing.isPast(now)) {
      throw Refusal.conflict(
          "unit",
          closing.mostLenient().filter(end -> !now.isBefore(end)).isPresent()
              ? "报送期限已过，不再发催报函。"
              : "按一种读法报送期限已过，不发催报函；请先认定读法，或电话联系。",
          "The deadline has passed, by one reading at least; speak with the unit.");
    }
  }

  private static void mustHaveAddress(MissingUnits.Line line) {
    if (!line.hasAddress()) {
      String phone = (line.unit().contact() + " " + line.unit().phone()).strip();
      throw Refusal.conflict(
          "unit",
          "没有登记地址，请电话催报" + (phone.isEmpty() ? "" : "（" + phone + "）") + "并记下。",
          "There is no registered address; ring " + (phone.isEmpty() ? "the unit" : phone) + ".");
    }
  }

  private void refuseAgain(Instant at) {
    String when = MOMENT.format(at.atZone(pace.zone()));
    throw Refusal.conflict(
        "again",
        when + " 已经催报过，" + pace.pause().toDays() + " 天内不重复；确需再催的请勾选“再次催报”。",
        "It was reminded at " + when + "; confirm that it is to be reminded again.");
  }

  private static Refusal noDeadline() {
    return Refusal.conflict(
        "unit", "通知没有适用于该类单位的期限，请电话联系。", "No deadline binds this kind of unit.");
  }
}
