package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.SecondPerson;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  public record Register(Papers papers, Numbers numbers, CustodyDesk custody) {}

  /** The office's clock and zone, and how it knows whom a second person looks after. */
  public record Today(Clock clock, ZoneId zone, SecondPerson second) {}

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

    /** The same parcel with people in it. */
    Registration with(List<PaperRecord.Candidate> people) {
      return new Registration(call, unit, channel, parcel, received, by, confirmedBy, people);
    }

    /** The same as it was first taken in: whoever finds out whose it is changes no time. */
    Registration kept(Instant first, String taker) {
      return new Registration(call, unit, channel, parcel, first, taker, confirmedBy, candidates);
    }

    boolean isOf(PaperRecord paper) {
      return paper.channel() == channel
          && paper.parcel().equals(parcel)
          && paper.received().equals(received)
          && paper.candidates().equals(candidates);
    }
  }

  /** What stands in the register, and whether it was entered just now. */
  public record Entered(PaperRecord paper, boolean isNew) {}

  /**
   * Registers a parcel unless it is registered, just so.
   *
   * @throws Refusal also when the item number is registered for the unit with something else
   */
  public Entered registerOnce(Registration parcel, String user) {
    Known.call(calls, parcel.call());
    Known.unit(units, parcel.unit());
    return lock.holding(
        parcel.call(),
        parcel.unit(),
        () -> {
          List<PaperRecord> known = register.papers().ofUnit(parcel.call(), parcel.unit());
          Optional<PaperRecord> same = known.stream().filter(parcel::isOf).findFirst();
          String item = parcel.parcel().itemKey();
          known.stream()
              .filter(p -> same.isEmpty() && !item.isEmpty() && p.parcel().itemKey().equals(item))
              .findFirst()
              .ifPresent(
                  other -> {
                    throw Refusal.conflict(
                        "parcel.item",
                        "这个邮件号已登记为 " + other.number() + "，内容不同；请核对，要补充的在页面上另行登记。",
                        "This item is registered as "
                            + other.number()
                            + " with something else; check it, or register what is to be added on the page.");
                  });
          return same.map(paper -> new Entered(paper, false))
              .orElseGet(() -> new Entered(register(parcel, user), true));
        });
  }

  /**
   * Registers a parcel.
   *
   * @param user who is logged in, which may be another than who took the parcel in
   * @throws Refusal when call or unit are not known, or the dates cannot all be right
   */
  public PaperRecord register(Registration parcel, String user) {
    return register(parcel, Optional.empty(), user);
  }

  /** The same under a number that the parcel has already. */
  PaperRecord register(Registration parcel, Optional<PaperNumber> number, String user) {
    Call call = Known.call(calls, parcel.call());
    Known.unit(units, parcel.unit());
    checkDates(parcel);
    checkPersons(parcel);
    return lock.holding(
        parcel.call(),
        parcel.unit(),
        () -> {
          PaperRecord slip = record(parcel, number);
          PaperRecord paper = slip.near(today.second().isWanted(slip, call));
          register.papers().save(paper, new Act(Act.Kind.PAPER_REGISTERED, user, ""));
          register.custody().takeIn(paper, call, user);
          filing.expect(paper, call);
          lock.assessAgain(parcel.call(), parcel.unit());
          return paper;
        });
  }

  /**
   * A second person has looked at the postmarks of a parcel, whose unit is judged again.
   *
   * @throws Refusal when it is the one who registered it, or somebody has looked already
   */
  public PaperRecord confirm(PaperRecord seen, String user) {
    return lock.holding(
        seen.call(),
        seen.unit(),
        () -> {
          PaperRecord paper =
              register.papers().ofUnit(seen.call(), seen.unit()).stream()
                  .filter(p -> p.number().equals(seen.number()))
                  .findFirst()
                  .orElseThrow();
          mustBeSecond(paper, user);
          PaperRecord confirmed = paper.confirmed(user);
          register.papers().save(confirmed, new Act(Act.Kind.PAPER_CONFIRMED, user, ""));
          lock.assessAgain(paper.call(), paper.unit());
          return confirmed;
        });
  }

  /**
   * Who of a parcel was filed as whom.
   *
   * @param dossiers what the unit has sent of the person, or the dossier that waits for it; empty
   *     when several people go by the name
   */
  public record Filed(PaperRecord.Candidate person, List<Dossier> dossiers) {}

  /** What became of everybody in a parcel. */
  public List<Filed> filed(PaperRecord paper) {
    return filing.filed(paper, Known.call(calls, paper.call()));
  }

  /** The same of many parcels; those of calls that are not live are missing. */
  public Map<PaperNumber, List<Filed>> filed(Collection<PaperRecord> papers) {
    return filing.filed(papers, calls);
  }

  private static void mustBeSecond(PaperRecord paper, String user) {
    paper
        .confirmedBy()
        .ifPresent(
            second -> {
              throw Refusal.conflict(
                  "confirmedBy", second + " 已经复核。", second + " has confirmed it already.");
            });
    if (paper.by().equals(user)) {
      throw samePerson("confirmedBy");
    }
  }

  private PaperRecord record(Registration parcel, Optional<PaperNumber> number) {
    int year = today.clock().instant().atZone(today.zone()).getYear();
    return new PaperRecord(
        number.orElseGet(() -> register.numbers().nextPaper(year)),
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
      throw samePerson("parcel.confirmedBy");
    }
  }

  private static Refusal samePerson(String field) {
    return Refusal.invalid(
        field, "复核人与登记人不能是同一人。", "The second person who confirms is another than who registered.");
  }

  private static Refusal order(String field, String chinese, String english) {
    return Refusal.invalid(
        field, "日期有误：" + chinese + "，请核对封面。", "A date is wrong: " + english + ". Check the cover.");
  }
}
