package cn.baosong.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {
  @ParameterizedTest
  @CsvSource({
    "first seen, 本处首次看到的时间",
    "transfer log, 服务器的传输日志",
    "Received by mx.intake.test, 收件服务器 mx.intake.test 的接收时间戳",
    "收发室登记, 收发室登记"
  })
  void isChineseInTheSentencesOfTheOffice(String source, String words) {
    assertThat(SourceName.of(source).chinese()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Received", "Received by", "received by mx", "INTERNALDATE by mx"})
  void takesNothingElseForAStamp(String source) {
    assertThat(SourceName.of(source).by()).isEmpty();
  }
}
