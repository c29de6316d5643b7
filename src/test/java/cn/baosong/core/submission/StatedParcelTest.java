package cn.baosong.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedParcelTest {
  /** A posted parcel whose carrier nobody wrote down must not be judged by its arrival. */
  @ParameterizedTest
  @CsvSource({
    "'',     '',            ,           COUNTER",
    "EMS,    '',            ,           POST",
    "中国邮政, XA12345678911, ,           POST",
    "顺丰,    SF1234567890,  ,           COURIER",
    "顺丰,    '',            ,           COURIER",
    "'',     '',            2020-04-09, POST",
    "'',     XA12345678911, ,           POST",
    "'',     ' - ',         ,           COUNTER",
  })
  void tellsByCarrierPostmarkAndItemNumberHowItCame(
      String carrier, String item, LocalDate postmark, Channel channel) {
    StatedParcel parcel =
        new StatedParcel(carrier, item, Optional.ofNullable(postmark), true, Optional.empty());
    assertThat(parcel.channel()).isEqualTo(channel);
  }
}
