package cn.baosong.core.check;

import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Opening;
import cn.baosong.core.call.Part;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A deadline in the making: 24:00 of its day, by receipt, decisive, every option settled. */
public record DeadlineFixture(
    Part part,
    LocalDate date,
    Set<Basis> basis,
    Set<Boolean> inclusive,
    Set<Boolean> rolls,
    boolean decisive,
    Optional<LocalTime> time,
    Optional<Opening> opens,
    Set<String> kinds,
    Set<String> channels) {

  public static DeadlineFixture of(Part part, String date) {
    return new DeadlineFixture(
        part,
        LocalDate.parse(date),
        EnumSet.of(Basis.RECEIPT),
        Set.of(true),
        Set.of(false),
        true,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of());
  }

  public DeadlineFixture binding(String... unitKinds) {
    return new DeadlineFixture(
        part, date, basis, inclusive, rolls, decisive, time, opens, Set.of(unitKinds), channels);
  }

  public DeadlineFixture through(String... ways) {
    return new DeadlineFixture(
        part, date, basis, inclusive, rolls, decisive, time, opens, kinds, Set.of(ways));
  }

  public DeadlineFixture by(Basis... bases) {
    return new DeadlineFixture(
        part, date, Set.of(bases), inclusive, rolls, decisive, time, opens, kinds, channels);
  }

  public DeadlineFixture inclusive(Boolean... readings) {
    return new DeadlineFixture(
        part, date, basis, Set.of(readings), rolls, decisive, time, opens, kinds, channels);
  }

  public DeadlineFixture rolling(Boolean... readings) {
    return new DeadlineFixture(
        part, date, basis, inclusive, Set.of(readings), decisive, time, opens, kinds, channels);
  }

  public DeadlineFixture notDecisive() {
    return new DeadlineFixture(
        part, date, basis, inclusive, rolls, false, time, opens, kinds, channels);
  }

  public DeadlineFixture at(String timeOfDay) {
    return new DeadlineFixture(
        part,
        date,
        basis,
        inclusive,
        rolls,
        decisive,
        Optional.of(LocalTime.parse(timeOfDay)),
        opens,
        kinds,
        channels);
  }

  public DeadlineFixture opening(String instant) {
    return new DeadlineFixture(
        part,
        date,
        basis,
        inclusive,
        rolls,
        decisive,
        time,
        Optional.of(Opening.parse(instant)),
        kinds,
        channels);
  }

  public Deadline make() {
    return new Deadline(
        part,
        date,
        false,
        time,
        opens,
        kinds,
        channels,
        basis,
        inclusive,
        rolls,
        decisive,
        new Clause("于" + date + "前报送", "四"));
  }
}
