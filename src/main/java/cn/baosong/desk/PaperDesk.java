package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The mail room: registers a parcel, files who is on paper only, and has the unit's case assessed
 * again.
 */
public final class PaperDesk {
  private final Register register;
  private final Calls calls;
  private final Units units;
  private final PaperFiling filing;
  private final CaseLock lock;
  private final Today today;

  /** The mail room's register and its numbers. */
  public record Register(Papers papers, Numbers numbers) {}

  /** The office's clock and zone. */
  public record Today(Clock clock, ZoneId zone) {}

  public PaperDesk(
      Register register, PaperFiling filing, Calls calls, Units units, CaseLock lock, Today today) {
    this.register = register;
    this.filing = filing;
    this.calls = calls;
    this.units = units;
    this.lock = lock;
    this.today = today;
  }

  /**
   * A parcel as it is registered.
   *
   * @param channel how it came: post, courier or counter
   * @param by who took it in
   * @param confirmedBy second person
   */
  public record Registration(
      CallId call,
      UnitCode unit,
      Channel channel,
      StatedParcel parcel,
      Instant received,
      String by,
      Optional<String> confirmedBy,
      List<PaperRecord.Candidate> candidates) {
    public Registration {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Registers a parcel.
   *
   * @param user who is logged in, which may be another than who took the parcel in
   * @throws Refusal when call or unit are not known, or the dates cannot all be right
   */
  public PaperRecord register(Registration parcel, String user) {
    Call call = Known.call(calls, parcel.call());
    Known.unit(units, parcel.unit());
    checkDates(parcel);
    checkPersons(parcel);
    return lock.holding(
        parcel.call(),
        parcel.unit(),
        () -> {
          PaperRecord paper = record(parcel);
          register.papers().save(paper, new Act(Act.Kind.PAPER_REGISTERED, user, ""));
          filing.expect(paper, call);
          lock.assessAgain(parcel.call(), parcel.unit());
          return paper;
        });
  }

  private PaperRecord record(Registration parcel) {
    int year = today.clock().instant().atZone(today.zone()).getYear();
    return new PaperRecord(
        register.numbers().nextPaper(year),
        parcel.call(),
        parcel.unit(),
        parcel.channel(),
        parcel.parcel(),
        parcel.received(),
        parcel.by(),
        parcel.confirmedBy(),
        parcel.candidates());
  }

  /**
   * A slip of the pen in a postmark could cost a unit its season, so impossible orders are told.
   */
  private void checkDates(Registration parcel) {
    ZoneId zone = today.zone();
    LocalDate received = parcel.received().atZone(zone).toLocalDate();
    Optional<LocalDate> sent = parcel.parcel().dispatchPostmark();
    Optional<LocalDate> arrived = parcel.parcel().arrivalPostmark();
    if (arrived.filter(a -> a.isAfter(received)).isPresent()) {
      throw order(
          "parcel.arrivalPostmark", "到达邮戳晚于收到时间", "the arrival postmark is after the receipt");
    }
    if (sent.filter(s -> s.isAfter(arrived.orElse(received))).isPresent()) {
      throw order(
          "parcel.dispatchPostmark", "寄出邮戳晚于到达或收到时间", "the dispatch postmark is after the arrival");
    }
  }

  private static void checkPersons(Registration parcel) {
    if (parcel.confirmedBy().filter(parcel.by()::equals).isPresent()) {
      throw Refusal.invalid(
          "parcel.confirmedBy",
          "复核人与登记人不能是同一人。",
          "The second person who confirms is another than who registered.");
    }
  }

  private static Refusal order(String field, String chinese, String english) {
    return Refusal.invalid(
        field, "日期有误：" + chinese + "，请核对封面。", "A date is wrong: " + english + ". Check the cover.");
  }
}
