package cn.baosong.reader.apart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void letsNoFileWriteALineOfItsOwnIntoTheLog() {
    String forged = OneLine.of("x\n2026-01-01 INFO admin logged in\r\u2028\u202e\u001b[2J");
    assertThat(forged).startsWith("x\ufffd2026").doesNotContainPattern("[\\p{Cntrl}\u2028\u202e]");
    assertThat(OneLine.of("登记表.pdf 不完整")).isEqualTo("登记表.pdf 不完整");
    assertThat(OneLine.of("长".repeat(10_000))).hasSize(500);
  }
}
