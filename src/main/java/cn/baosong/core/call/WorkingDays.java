package cn.baosong.core.call;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chinese working days with make-up days; a year without data is undetermined, never guessed
 * (domain.md 2.2).
 */
public final class WorkingDays {
  private final Map<Integer, Year> years;
  private final Map<String, Map<Integer, Year>> regions;

  public WorkingDays(Map<Integer, Year> years) {
    this(years, Map.of());
  }

  /**
   * @param years the national arrangements
   * @param regions what regions arrange beside them, by the name of the region
   */
  public WorkingDays(Map<Integer, Year> years, Map<String, Map<Integer, Year>> regions) {
    this.years = Map.copyOf(years);
    this.regions = Map.copyOf(regions);
  }

  /** The days of one year that differ from its weeks. */
  public record Year(Set<LocalDate> daysOff, Set<LocalDate> makeUpDays) {
    public Year {
      daysOff = Set.copyOf(daysOff);
      makeUpDays = Set.copyOf(makeUpDays);
    }

    private Year under(Year own) {
      return new Year(
          union(without(daysOff, own.makeUpDays), own.daysOff),
          union(without(makeUpDays, own.daysOff), own.makeUpDays));
    }

    private static Set<LocalDate> without(Set<LocalDate> days, Set<LocalDate> others) {
      return days.stream()
          .filter(day -> !others.contains(day))
          .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<LocalDate> union(Set<LocalDate> days, Set<LocalDate> others) {
      return Stream.concat(days.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * The days as a region has them: its own arrangement laid over the national one (全国年节及纪念日放假办法,
   * article 4). A year that the region has not stated is undetermined there.
   *
   * @param region empty for the national arrangement alone
   */
  public WorkingDays in(Optional<String> region) {
    if (region.isEmpty()) {
      return this;
    }
    Map<Integer, Year> laidOver = new HashMap<>();
    regions
        .getOrDefault(region.get(), Map.of())
        .forEach(
            (number, own) ->
                Optional.ofNullable(years.get(number))
                    .ifPresent(national -> laidOver.put(number, national.under(own))));
    return new WorkingDays(laidOver, regions);
  }

  /** Whether a region has arrangements of its own on record. */
  public boolean knows(String region) {
    return regions.containsKey(region);
  }

  /**
   * Whether a day is a working day; empty when its year has no data. The last week of December is
   * arranged together with the New Year that follows it, so it needs the data of both years.
   */
  public Optional<Boolean> isWorkingDay(LocalDate day) {
    return Optional.ofNullable(years.get(day.getYear()))
        .filter(year -> years.containsKey(arrangedIn(day)))
        .map(year -> works(year, day));
  }

  /** Working days from one day to another, both counted. */
  public Optional<Integer> countInclusive(LocalDate from, LocalDate to) {
    int count = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      Optional<Boolean> works = isWorkingDay(day);
      if (works.isEmpty()) {
        return Optional.empty();
      }
      count += works.get() ? 1 : 0;
    }
    return Optional.of(count);
  }

  /** The working day that lies so many working days after a day, which itself is not counted. */
  public Optional<LocalDate> plusWorkingDays(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      Optional<Boolean> works = isWorkingDay(day);
      if (works.isEmpty()) {
        return Optional.empty();
      }
      left -= works.get() ? 1 : 0;
    }
    return Optional.of(day);
  }

  /** The first working day after a day. */
  public Optional<LocalDate> nextWorkingDay(LocalDate day) {
    return plusWorkingDays(day, 1);
  }

  /** The day itself when it is a working day, else the next one. */
  public Optional<LocalDate> workingDayFrom(LocalDate day) {
    return isWorkingDay(day).flatMap(works -> works ? Optional.of(day) : nextWorkingDay(day));
  }

  private static int arrangedIn(LocalDate day) {
    return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > 24
        ? day.getYear() + 1
        : day.getYear();
  }

  private static boolean works(Year year, LocalDate day) {
    if (year.makeUpDays().contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !year.daysOff().contains(day);
  }
}
