package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
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

  static List<HeldFault> table() throws IOException {
    return HeldFault.table("mail.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isHeldByATest(HeldFault held) throws Exception {
    held.isTested();
  }

  @Test
  void leavesNoRowWithoutATest() throws IOException {
    Set<String> held = table().stream().map(HeldFault::row).collect(Collectors.toSet());
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
