package cn.baosong.web.page.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class RouteWordsTest {
  private static final String BOTH = "受理：进入队列（处室）。 Accepted: enters its department's queue.";

  @AfterEach
  void forgetsWhoReads() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void tellsEachReaderTheirHalf() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    assertThat(RouteWords.inTheirs(BOTH)).isEqualTo("受理：进入队列（处室）。");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(RouteWords.inTheirs(BOTH)).isEqualTo("Accepted: enters its department's queue.");
  }

  @Test
  void leavesWhatIsWrittenInOneLanguage() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(RouteWords.inTheirs("试。")).isEqualTo("试。");
    assertThat(RouteWords.inTheirs("Only English.")).isEqualTo("Only English.");
  }

  @Test
  void leavesRoomForWideWordsAndEndsThemWhereThereIsNone() {
    assertThat(Lettering.width("审查", 14)).isEqualTo(28);
    assertThat(Lettering.fitted("审查时间", 14, 100)).isEqualTo("审查时间");
    assertThat(Lettering.fitted("审查时间与登记表", 14, 60)).isEqualTo("审查时…");
  }
}
