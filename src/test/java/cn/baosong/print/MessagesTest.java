package cn.baosong.print;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Consequence;
import cn.baosong.core.check.CheckName;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.check.TimeVerdict;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TrustClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Map<String, Enum<?>[]> CODES =
      Map.ofEntries(
          Map.entry("finding", FindingCode.values()),
          Map.entry("outcome", Outcome.values()),
          Map.entry("state", DossierState.values()),
          Map.entry("submission-state", SubmissionState.values()),
          Map.entry("channel", Channel.values()),
          Map.entry("trust", TrustClass.values()),
          Map.entry("letter", LetterKind.values()),
          Map.entry("letter-state", LetterState.values()),
          Map.entry("consequence", Consequence.values()),
          Map.entry("time", TimeVerdict.Value.values()),
          Map.entry("check", CheckName.values()),
          Map.entry("ruling", Ruling.Kind.values()),
          Map.entry("queue", QueueEntry.State.values()));

  @Test
  void everyCodeHasItsWordingInBothLanguages() throws IOException {
    Properties chinese = messages("zh_CN");
    Properties english = messages("en");
    CODES.forEach(
        (group, codes) -> {
          for (Enum<?> code : codes) {
            String key = group + "." + code.name();
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank().isNotEqualTo(key);
          }
        });
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(messages("en").stringPropertyNames())
        .isEqualTo(messages("zh_CN").stringPropertyNames());
  }

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    try (InputStream in =
        MessagesTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
      assertThat(in).isNotNull();
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return messages;
  }
}
