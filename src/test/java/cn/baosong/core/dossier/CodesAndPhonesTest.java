package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.dossier.UnifiedCreditCode.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesAndPhonesTest {

  @ParameterizedTest
  @CsvSource({
    // the worked example of GB 32100-2015's check
    "91350100M000100Y43, VALID",
    "91350100m000100y43, VALID",
    "９１３５０１００Ｍ０００１００Ｙ４３, VALID",
    "91350100-M000100Y43, VALID",
    "91350100M000100Y44, CHECK_CHARACTER_WRONG",
    "91350211M00013FA1N, CHECK_CHARACTER_WRONG",
    "91350100I000100Y43, NOT_RECOGNISED",
    "专技处, NOT_RECOGNISED",
  })
  void checksACreditCodeAndOnlyWarns(String written, Validity validity) {
    assertThat(UnifiedCreditCode.read(written).validity()).isEqualTo(validity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0351-7676028 | 03517676028",
        "0351 - 7676046 | 03517676046",
        "0351 7676046 | 03517676046",
        "（0471）6268105    6946607 | 04716268105 04716946607",
        "0471-6268105、0471-6946607 | 04716268105 04716946607",
        "010-83065045、83065046 | 01083065045 01083065046",
        "0351-2770702 2770305 | 03512770305 03512770702",
        "０３５１－７６７６０２８ | 03517676028",
        "0351—7676028 | 03517676028",
        "2293393 | 2293393",
        "138 0013 8000 | 13800138000",
        "138-0013-8000 | 13800138000",
        "+86 13800138000 | 13800138000",
        "0351-7676028-801 | 03517676028转801",
        "0351-7676028转801 | 03517676028转801",
        "办公：0351-7676028；手机：13800138000 | 03517676028 13800138000",
        "0351-7600861 | 03517600861",
        "01-1〔2020〕 | 01-1 2020",
        "无 | ''",
      })
  void readsTelephoneNumbersAsTheyOccurInTheNotices(String written, String numbers) {
    assertThat(PhoneNumbers.read(written).text()).isEqualTo(numbers);
  }

  @Test
  void findsALocalNumberInTheSameNumberWithItsAreaCode() {
    PhoneNumbers local = PhoneNumbers.read("2293393");

    assertThat(local.isContainedIn(PhoneNumbers.read("0353-2293393"))).isTrue();
    assertThat(local.isContainedIn(PhoneNumbers.read("0353-2299977"))).isFalse();
    assertThat(PhoneNumbers.read("无").isContainedIn(local)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "晋人社厅函〔2023〕138号", "晋人社厅函[2023]138 号", "晋人社厅函［2023］138号", "晋人社厅函（２０２３）138号",
        "晋人社厅函(2023)138号", "晋人社厅函﹝2023﹞138号", "晋人社厅函【2023】138号", "（晋人社厅函[2023]138号）"
      })
  void writesTheYearOfADocumentNumberInItsProperBrackets(String written) {
    assertThat(DocumentNumber.read(written).text()).isEqualTo("晋人社厅函〔2023〕138号");
  }
}
