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
 * Each fault and attack by way of a server that the office survives, and the tests that show it:
 * the table is {@code faults/servers.txt}.
 */
class ServerFaultsTest {
  /** The rows of faults.md that concern servers of files. */
  private static final Set<String> ROWS =
      Set.of(
          "F01", "F02", "F04", "F05", "F06", "F07", "F09", "F12", "X07", "D03", "D09", "D10",
          "D12");

  static List<HeldFault> table() throws IOException {
    return HeldFault.table("servers.txt");
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
