package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.web.security.Passwords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  @ParameterizedTest
  @CsvSource({
    "Short-1a, 至少 10 个字符",
    "lowercase1234, 三种",
    "ALLUPPER!!!!!, 三种",
    "Clerk.one-2020, 用户名",
    "aaaaAAAA1111, 重复",
    "aA1aA1aA1aA1aA1aA1, 重复",
  })
  void refusesWhatIsGuessedAndSaysWhatToDo(String password, String why) {
    assertThat(Passwords.of("clerk.one", password))
        .hasValueSatisfying(weakness -> assertThat(weakness.zh()).contains(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Right-House-7",
        "correct horse battery staple",
        "山高月小水落石出2020-Ok",
        "onlylowercaseletters"
      })
  void acceptsWhatIsLongOrOfSeveralKinds(String password) {
    assertThat(Passwords.of("clerk.one", password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 30})
  void refusesWhatBcryptWouldCut(int hanzi) {
    String password = "长短高低前后左右上下东西南北天地人和春夏秋冬日月星辰风雨雷电山川".substring(0, hanzi);
    assertThat(Passwords.of("clerk.one", password))
        .hasValueSatisfying(weakness -> assertThat(weakness.zh()).contains("72 字节"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "王", "abc"})
  void doesNotMindAShortNameInALongWord(String name) {
    assertThat(Passwords.of(name, "Grand-abc-王-Hotel-9")).isEmpty();
  }
}
