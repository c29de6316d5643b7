package cn.baosong.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.CallFault;
import cn.baosong.print.ShippedWording;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void shipsEveryKindOfLetterAndEveryPhrase() {
    Wording wording = ShippedWording.load();
    for (LetterKind kind : LetterKind.values()) {
      assertThat(wording.template(kind, Map.of()).title()).as(kind.name()).isNotBlank();
    }
  }

  @Test
  void tellsEverythingThatIsMissingAtOnce() {
    assertThatThrownBy(() -> new Wording(Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("RECEIPT", "WITHDRAWAL", "unknown-unit", "remedy.LATE");
  }

  @Test
  void findsNothingWrongWithAGoodTemplate() {
    assertThat(faults("RECEIPT", "回执\n\n收到{name}。\n\n| 甲 | 乙 |\n| 编号 | {number} |\n")).isEmpty();
  }

  @Test
  void namesTheLineOfAnUnknownPlaceholder() {
    assertThat(faults("RECEIPT", "回执\n\n收到{name}。\n{identity}\n"))
        .contains("notices/RECEIPT.txt:4 {identity}");
  }

  @Test
  void refusesAnUnknownKindAnUnknownTableAndAnUnevenOne() {
    assertThat(faults("RECIEPT", "回执\n")).contains("notices/RECIEPT.txt:0");
    assertThat(faults("RECEIPT", "回执\n\n| 甲 |\n[[sums]]\n")).contains("[[sums]]");
    assertThat(faults("RECEIPT", "回执\n\n| 甲 |\n[[people]]\n")).contains("[[people]]", "4");
    assertThat(faults("RECEIPT", "回执\n\n| 甲 | 乙 |\n| 一 |\n")).contains(":3");
    assertThat(faults("RECEIPT", "  \n")).contains(":0");
  }

  private static String faults(String kind, String text) {
    StringBuilder told = new StringBuilder();
    for (CallFault fault : Wording.faults(Map.of(kind, text))) {
      told.append(fault).append('\n');
    }
    return told.toString();
  }
}
