package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.web.page.Menu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever faults.md has the operator told, there is an alert, a part of the health, a page or a
 * line of the log that does: the table is {@code faults/operator.txt}.
 */
class OperatorIsToldTest {
  private static final Path TABLE = Path.of("src/test/resources/faults/operator.txt");
  private static final Path RULES = Path.of("src/ops/prometheus/baosong.rules.yaml");
  private static final Path WIRING = Path.of("src/main/java/cn/baosong/config");

  private record Told(String row, String fault, String by, String name) {
    @Override
    public String toString() {
      return row + " " + fault + ": " + by + " " + name;
    }
  }

  static List<Told> table() throws IOException {
    return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\\s*\\|\\s*", -1))
        .map(cells -> new Told(cells[0], cells[1], way(cells[2])[0], way(cells[2])[1]))
        .toList();
  }

  private static String[] way(String cell) {
    return cell.strip().split(" ", 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isToldByWhatThereIs(Told told) throws Exception {
    switch (told.by()) {
      case "alert" -> assertThat(Files.readString(RULES)).contains("alert: " + told.name() + "\n");
      case "health" -> assertThat(wiring()).contains(" " + told.name() + "HealthIndicator(");
      case "page" -> assertThat(Arrays.stream(Menu.values()).map(Menu::path)).contains(told.name());
      case "log" -> assertThat(Class.forName(told.name())).isNotNull();
      default -> throw new AssertionError("nobody is told so: " + told);
    }
  }

  private static String wiring() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(WIRING)) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void leavesNoRowOfOperationDurabilityOrChannelsUntold() throws IOException {
    Set<String> told = table().stream().map(Told::row).collect(Collectors.toSet());
    assertThat(told)
        .contains("O01", "O03", "O04", "O06", "D03", "D04", "D06", "D07", "D08", "D13", "D14")
        .contains(
            "D15", "D16", "T10", "F05", "F06", "F09", "N02", "N04", "N09", "W03", "W04", "W09");
    assertThat(told).allMatch(row -> row.toUpperCase(Locale.ROOT).matches("[A-Z]\\d{2}"));
  }
}
