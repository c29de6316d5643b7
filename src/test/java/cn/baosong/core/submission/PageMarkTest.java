package cn.baosong.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageMarkTest {
  private static final PageMark MARK =
      new PageMark(
          new CallId("sx-bqw-2020"),
          "RX-2020-0001",
          2,
          3,
          "ABCDEFGHIJKLMN23",
          List.of("AAAA", "BBB7"));

  @Test
  void readsBackWhatItPrinted() {
    assertThat(PageMark.read(MARK.text())).contains(MARK);
  }

  @Test
  void holdsOnlyCharactersOfTheSmallKindOfCode() {
    assertThat(MARK.text()).matches("[0-9A-Z $%*+./:-]+");
  }

  @Test
  void leavesCodesOfOthersAlone() {
    assertThat(PageMark.read("https://example.invalid/1")).isEmpty();
    assertThat(PageMark.read("BS2/SX/RX-2020-0001/1/1/ABCDEFGHIJKLMN23/")).isEmpty();
    assertThat(PageMark.read("BS1/-X/RX-2020-0001/1/1/ABCDEFGHIJKLMN23/")).isEmpty();
    assertThat(PageMark.read("BS1/SX/RX-2020-0001/4/3/ABCDEFGHIJKLMN23/")).isEmpty();
    assertThat(PageMark.read("BS1/SX/RX-2020-0001/1/1/ABCDEFGHIJKLMN23/AAA")).isEmpty();
  }
}
