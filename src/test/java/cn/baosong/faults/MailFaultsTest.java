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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault and attack by mail that the office survives, and the tests that show it: the table is
 * {@code faults/mail.txt}.
 */
class MailFaultsTest {
  /** Numbers that no row bears. */
  private static final Set<String> NONE = Set.of("M10", "M13", "M15", "X06", "X11", "N06", "T04");

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
                    MailFaultsTest.class.getResourceAsStream("/faults/mail.txt")),
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
    List<String> rows =
        Stream.of(rows("M", 24), rows("X", 12), rows("T", 12), rows("N", 10))
            .flatMap(all -> all)
            .filter(row -> !NONE.contains(row))
            .toList();
    assertThat(held).containsAll(rows);
  }

  private static Stream<String> rows(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(n -> letter + (n < 10 ? "0" : "") + n);
  }
}
