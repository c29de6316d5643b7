package cn.baosong.core.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * One deadline of a call with every reading that is in play.
 *
 * @param part the half it binds
 * @param date the nominal last day, in the zone of the office
 * @param dateInferred whether a person supplied a year that the notice does not print (A16)
 * @param timeOfDay end of the last day where the notice prints one before 24:00
 * @param opens from when on deliveries are taken, where the notice prints it
 * @param unitKinds kinds it binds; empty means all
 * @param channels channel codes it binds; empty means all
 * @param basis what it is held against; several while unsettled (A11)
 * @param dayInclusive whether 「X日前」 includes day X (A01); both values while unsettled
 * @param rollForward whether a day off moves it to the next working day (A10); both values while
 *     unsettled
 * @param decisive whether lateness of this part alone makes the delivery late
 */
public record Deadline(
    Part part,
    LocalDate date,
    boolean dateInferred,
    Optional<LocalTime> timeOfDay,
    Optional<Opening> opens,
    Set<String> unitKinds,
    Set<String> channels,
    Set<Basis> basis,
    Set<Boolean> dayInclusive,
    Set<Boolean> rollForward,
    boolean decisive,
    Clause clause) {
  public Deadline {
    unitKinds = Set.copyOf(unitKinds);
    channels = Set.copyOf(channels);
    basis = Set.copyOf(basis);
    dayInclusive = Set.copyOf(dayInclusive);
    rollForward = Set.copyOf(rollForward);
    if (basis.isEmpty() || dayInclusive.isEmpty() || rollForward.isEmpty()) {
      throw new IllegalArgumentException("a deadline keeps at least one reading of each option");
    }
  }

  /** The kinds of unit and the channels that it binds. */
  public Scope scope() {
    return new Scope(unitKinds, channels);
  }

  /** When the window opens, where the notice prints it. */
  public Optional<Instant> opens(ZoneId office) {
    return opens.map(opening -> opening.instant(office));
  }
}
