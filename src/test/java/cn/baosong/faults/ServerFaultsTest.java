package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault and attack by way of a server that the office survives, and the tests that show it:
 * the table is {@code faults/servers.txt}.
 */
class ServerFaultsTest {
  /** The rows of faults.md that concern servers of files. */
  private static final Set<String> ROWS =
      Set.of(
          "F01", "F02", "F04", "F05", "F06", "F07", "F09", "F12", "X07", "D03", "D09", "D10",
          "D12");

  /** A line of the table. */
  record Held(String row, String fault, String test, String method) {
    static Held of(String line) {
      String[] cells = line.split("\\|");
      assertThat(cells).as(line).hasSize(4);
      return new Held(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
    }

    @Override
    public String toString() {
      return row + " " + fault + ": " + test + "#" + method;
    }
  }

  static List<Held> table() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ServerFaultsTest.class.getResourceAsStream("/faults/servers.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Held::of)
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isHeldByATest(Held held) throws Exception {
    assertThat(Class.forName("cn.baosong." + held.test()).getDeclaredMethods())
        .anySatisfy(
            method -> {
              assertThat(method.getName()).isEqualTo(held.method());
              assertThat(
                      Arrays.stream(method.getAnnotations()).map(a -> a.annotationType().getName()))
                  .anyMatch(name -> name.endsWith("Test") || name.endsWith("Property"));
            });
  }

  @Test
  void leavesNoRowWithoutATest() throws IOException {
    Set<String> held = table().stream().map(Held::row).collect(Collectors.toSet());
    assertThat(held).containsAll(ROWS);
  }
}
