package cn.baosong.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          450 | 4.2.1 mailbox busy, try again later                              | TEMPORARY
          451 | 4.7.1 Greylisted, please come back in 300 seconds                | TEMPORARY
          421 | HL:REP xx.xx.xx.xx, IP blocked                                   | BLOCKED
          550 | User not found: nobody@163.com                                   | UNKNOWN_ADDRESS
          550 | 5.1.1 The email account that you tried to reach does not exist   | UNKNOWN_ADDRESS
          550 | Mailbox unavailable or access denied                             | UNKNOWN_ADDRESS
          553 | 5.3.0 no such address here                                       | UNKNOWN_ADDRESS
          550 | Ip frequency limited, please try again later                     | FREQUENCY
          550 | RP:QRC too many messages from this sender                        | FREQUENCY
          451 | RP:CEL exceeded the connection limit                             | FREQUENCY
          554 | DT:SPM smtp8, please see http://mail.example.cn/help             | SPAM
          554 | DT:SUM letter and address do not agree                           | SPAM
          550 | Mail content denied: suspected spam                              | SPAM
          554 | HL:IPB sender is on the block list                               | BLOCKED
          552 | 5.2.2 Mailbox full                                               | MAILBOX_FULL
          452 | 4.2.2 over quota                                                 | MAILBOX_FULL
          552 | 5.3.4 message size exceeds fixed limit                           | TOO_LARGE
          535 | Error: authentication failed                                     | NOT_AUTHENTICATED
          535 | Login Fail. Please enter your authorization code to login        | NOT_AUTHENTICATED
          501 | mail from address must be same as authorization user             | SENDER_NOT_ALLOWED
          553 | Mail from must equal authorized user                             | SENDER_NOT_ALLOWED
          554 | transaction failed                                               | REFUSED
          """)
  void readsWhatServersSay(int code, String words, MailCause cause) {
    assertThat(AnswerTable.read(new ServerAnswer(code, words))).isEqualTo(cause);
  }

  @Test
  void takesSilenceForABrokenConnection() {
    assertThat(AnswerTable.read(new ServerAnswer(0, "EOF"))).isEqualTo(MailCause.CUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5.1.1 | user unknown                          | UNKNOWN_ADDRESS
          5.2.2 | mailbox full                          | MAILBOX_FULL
          5.0.0 | something else                        | CAME_BACK
          5.7.1 | sender denied                         | CAME_BACK
          """)
  void readsWhyALetterCameBack(String status, String words, MailCause cause) {
    assertThat(AnswerTable.ofReport(status, words)).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "a@qq.com, qq.com",
    "a@foxmail.com, qq.com",
    "a@VIP.163.com, 163.com",
    "a@126.com, 163.com",
    "a@sina.cn, sina.com",
    "a@rsj.example.gov.cn, rsj.example.gov.cn"
  })
  void keepsOnePaceWithAProviderWhateverItsDomains(String address, String provider) {
    assertThat(MailProvider.of(address)).isEqualTo(provider);
  }

  @Test
  void keepsOneLineOfAnAnswerAndNoMoreThanFits() {
    ServerAnswer answer = new ServerAnswer(550, "first\r\nX: second\u0000" + "x".repeat(2000));
    assertThat(answer.text()).startsWith("first X: second").hasSize(ServerAnswer.MOST);
  }
}
