package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A fault of a table below {@code faults/}, and the test that shows how the office survives it. */
record HeldFault(String row, String fault, String test, String method) {
  private static HeldFault of(String line) {
    String[] cells = line.split("\\|");
    assertThat(cells).as(line).hasSize(4);
    return new HeldFault(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
  }

  /** The lines of a table, without its blanks and remarks. */
  static List<HeldFault> table(String name) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(HeldFault.class.getResourceAsStream("/faults/" + name)),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(HeldFault::of)
          .toList();
    }
  }

  /** The test is there, and it is run. */
  void isTested() throws ClassNotFoundException {
    assertThat(Class.forName("cn.baosong." + test).getDeclaredMethods())
        .anySatisfy(
            found -> {
              assertThat(found.getName()).isEqualTo(method);
              assertThat(
                      Arrays.stream(found.getAnnotations()).map(a -> a.annotationType().getName()))
                  .anyMatch(name -> name.endsWith("Test") || name.endsWith("Property"));
            });
  }

  @Override
  public String toString() {
    return row + " " + fault + ": " + test + "#" + method;
  }
}
