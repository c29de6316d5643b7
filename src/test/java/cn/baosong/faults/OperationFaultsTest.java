package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault of the office's own running that it survives, and the tests that show it: the table is
 * {@code faults/operation.txt}.
 */
class OperationFaultsTest {
  private static final Set<String> ROWS = Set.of("O01", "O03", "O04", "O05", "O06");

  static List<HeldFault> table() throws IOException {
    return HeldFault.table("operation.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isHeldByATest(HeldFault held) throws Exception {
    held.isTested();
  }

  @Test
  void leavesNoRowWithoutATest() throws IOException {
    Set<String> held = table().stream().map(HeldFault::row).collect(Collectors.toSet());
    assertThat(held).containsAll(ROWS);
  }
}
