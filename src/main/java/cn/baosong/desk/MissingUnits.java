package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Admittance;
import cn.baosong.core.check.Closing;
import cn.baosong.core.decision.UnitStanding;
import cn.baosong.desk.UnitTallies.UnitTally;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 未报送单位: which units of the registry a call admits and nothing, or not all, has come of. A unit
 * that is listed here has done no wrong: where the notice lets it, it recommends nobody.
 */
public final class MissingUnits {
  private static final Comparator<Line> BY_CODE =
      Comparator.comparing(line -> line.unit().code().value());

  private final Calls calls;
  private final Units units;
  private final UnitTallies tallies;
  private final Calendar calendar;
  private final Clock clock;

  /** Working days, and the zone in which the dates of notices are meant. */
  public record Calendar(WorkingDays workingDays, ZoneId zone) {}

  public MissingUnits(
      Calls calls, Units units, UnitTallies tallies, Calendar calendar, Clock clock) {
    this.calls = calls;
    this.units = units;
    this.tallies = tallies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * A unit that is missing.
   *
   * @param kind in the words of the call; may be empty where it admits every kind
   * @param admittance open while nobody has settled whether such units deliver themselves
   * @param quotas that bind it
   * @param closing until when it may deliver; empty when no deadline binds it
   * @param daysLeft to its last day: 0 on that day, negative behind it
   */
  public record Line(
      Unit unit,
      String kind,
      Admittance admittance,
      UnitStanding standing,
      List<Quota> quotas,
      UnitTally tally,
      Optional<Closing> closing,
      Optional<Long> daysLeft) {
    public boolean hasAddress() {
      return !unit.emails().isEmpty();
    }
  }

  /**
   * @param kind in the words of the call
   * @param text part of the unit's name, alias, code, contact or telephone
   */
  public record Filter(
      Optional<String> kind, Optional<UnitStanding> standing, Optional<String> text) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    boolean holds(Line line) {
      return kind.filter(k -> !k.equals(line.kind())).isEmpty()
          && standing.filter(s -> s != line.standing()).isEmpty()
          && text.filter(t -> !says(line.unit(), t.toLowerCase(Locale.ROOT))).isEmpty();
    }

    private static boolean says(Unit unit, String text) {
      return Stream.concat(
              Stream.of(unit.name(), unit.code().value(), unit.contact(), unit.phone()),
              unit.aliases().stream())
          .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(text));
    }
  }

  /**
   * The whole of a call at one moment.
   *
   * @param admitted units that the call admits
   * @param lines those that are missing, by code
   */
  public record Overview(Call call, Instant asOf, long admitted, List<Line> lines) {
    public Overview {
      lines = List.copyOf(lines);
    }

    public long delivered() {
      return admitted - lines.size();
    }

    public List<Line> matching(Filter filter) {
      return lines.stream().filter(filter::holds).toList();
    }

    /** A page of them; it goes on behind the code of its last unit. */
    public Page<Line> page(Filter filter, Window window) {
      List<Line> behind =
          matching(filter).stream()
              .filter(
                  line ->
                      window
                          .after()
                          .filter(p -> line.unit().code().value().compareTo(p.id()) <= 0)
                          .isEmpty())
              .toList();
      List<Line> page = behind.subList(0, Math.min(behind.size(), window.limit()));
      Optional<Place> next =
          behind.size() > window.limit()
              ? Optional.of(
                  new Place(Instant.EPOCH, page.get(page.size() - 1).unit().code().value()))
              : Optional.empty();
      return new Page<>(page, next);
    }

    /** How many stand how. */
    public Map<UnitStanding, Long> standings() {
      return counted(Line::standing);
    }

    /** How many of each kind. */
    public Map<String, Long> kinds() {
      return counted(Line::kind);
    }

    private <K> Map<K, Long> counted(Function<Line, K> by) {
      return lines.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
  }

  /**
   * @throws Refusal when the call is not live
   */
  public Overview of(CallId id) {
    Call call = known(id);
    Instant now = clock.instant();
    Map<UnitCode, UnitTally> known = tallies.of(id);
    List<Line> admitted =
        units.all().stream()
            .map(unit -> line(call, unit, known.getOrDefault(unit.code(), UnitTally.NOTHING), now))
            .filter(line -> line.admittance() != Admittance.NOT_ADMITTED)
            .toList();
    return new Overview(
        call,
        now,
        admitted.size(),
        admitted.stream()
            .filter(line -> line.standing() != UnitStanding.DELIVERED)
            .sorted(BY_CODE)
            .toList());
  }

  /** One unit, whether it is missing or not. */
  public Line line(CallId id, UnitCode code) {
    Unit unit = Known.unit(units, code);
    return line(known(id), unit, tallies.of(id, code), clock.instant());
  }

  private Call known(CallId id) {
    return calls
        .find(id)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "id", "没有在办的通知“" + id + "”。", "There is no live call " + id + "."));
  }

  private Line line(Call call, Unit unit, UnitTally tally, Instant now) {
    String kind = unit.kindIn(call).orElse("");
    Optional<Closing> closing = Closing.of(call, kind, calendar.workingDays(), calendar.zone());
    return new Line(
        unit,
        kind,
        Admittance.of(call, kind),
        tally.standing(),
        call.quotasOf(kind),
        tally,
        closing,
        closing.map(c -> c.daysLeft(now)));
  }
}
