package cn.baosong.reader.data;

import cn.baosong.core.call.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads holidays.csv: {@code year} states a whole year, {@code off} and {@code work} its days; with
 * a region in the last column these are that region's beside the national ones.
 */
final class HolidayTable {
  private static final String NATION = "";

  private final Map<String, Map<Integer, Arrangement>> regions = new TreeMap<>();

  private record Arrangement(Set<LocalDate> off, Set<LocalDate> work) {}

  WorkingDays read(Table table) {
    table.read("kind,date,occasion,region", this::add);
    Map<String, Map<Integer, WorkingDays.Year>> read =
        regions.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, region -> years(region.getValue())));
    Map<Integer, WorkingDays.Year> nation = read.getOrDefault(NATION, Map.of());
    read.remove(NATION);
    return new WorkingDays(nation, read);
  }

  private static Map<Integer, WorkingDays.Year> years(Map<Integer, Arrangement> arranged) {
    return arranged.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                year -> new WorkingDays.Year(year.getValue().off(), year.getValue().work())));
  }

  private void add(Table.Row row) {
    String date = row.cell(1);
    switch (row.cell(0)) {
      case "year" ->
          of(row)
              .putIfAbsent(
                  Integer.valueOf(date), new Arrangement(new HashSet<>(), new HashSet<>()));
      case "off" -> addDayOff(LocalDate.parse(date), row);
      case "work" -> addMakeUpDay(LocalDate.parse(date), row);
      default -> throw new IllegalArgumentException("not year, off or work: " + row.cell(0));
    }
  }

  private void addDayOff(LocalDate day, Table.Row row) {
    refuseBoth(day, arrangement(day, row).work());
    arrangement(day, row).off().add(day);
  }

  private void addMakeUpDay(LocalDate day, Table.Row row) {
    if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
      throw new IllegalArgumentException(day + " is no Saturday or Sunday to be worked");
    }
    refuseBoth(day, arrangement(day, row).off());
    arrangement(day, row).work().add(day);
  }

  private static void refuseBoth(LocalDate day, Set<LocalDate> others) {
    if (others.contains(day)) {
      throw new IllegalArgumentException(day + " is both off and worked");
    }
  }

  private Map<Integer, Arrangement> of(Table.Row row) {
    return regions.computeIfAbsent(row.cell(3), region -> new TreeMap<>());
  }

  private Arrangement arrangement(LocalDate day, Table.Row row) {
    Arrangement found = of(row).get(day.getYear());
    if (found == null) {
      throw new IllegalArgumentException("no line year," + day.getYear() + " stands before " + day);
    }
    return found;
  }
}
