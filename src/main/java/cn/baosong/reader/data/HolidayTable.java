package cn.baosong.reader.data;

import cn.baosong.core.call.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads holidays.csv: {@code year} states a whole year, {@code off} and {@code work} its days. */
final class HolidayTable {
  private final Map<Integer, Arrangement> years = new TreeMap<>();

  private record Arrangement(Set<LocalDate> off, Set<LocalDate> work) {}

  WorkingDays read(Table table) {
    table.read("kind,date,occasion", this::add);
    return new WorkingDays(
        years.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    year -> new WorkingDays.Year(year.getValue().off(), year.getValue().work()))));
  }

  private void add(Table.Row row) {
    String date = row.cell(1);
    switch (row.cell(0)) {
      case "year" ->
          years.putIfAbsent(
              Integer.valueOf(date), new Arrangement(new HashSet<>(), new HashSet<>()));
      case "off" -> addDayOff(LocalDate.parse(date));
      case "work" -> addMakeUpDay(LocalDate.parse(date));
      default -> throw new IllegalArgumentException("not year, off or work: " + row.cell(0));
    }
  }

  private void addDayOff(LocalDate day) {
    arrangement(day).off().add(day);
  }

  private void addMakeUpDay(LocalDate day) {
    if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
      throw new IllegalArgumentException(day + " is no Saturday or Sunday to be worked");
    }
    arrangement(day).work().add(day);
  }

  private Arrangement arrangement(LocalDate day) {
    Arrangement found = years.get(day.getYear());
    if (found == null) {
      throw new IllegalArgumentException("no line year," + day.getYear() + " stands before " + day);
    }
    return found;
  }
}
