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
import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Accounts;
import cn.baosong.desk.Act;
import cn.baosong.desk.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
          Map.entry("queue", QueueEntry.State.values()),
          Map.entry("page.act", Act.Kind.values()),
          Map.entry("role", Accounts.Role.values()),
          Map.entry("mailing.state", MailingState.values()),
          Map.entry("mailing.cause", MailCause.values()),
          Map.entry("failures.step", Failures.Step.values()));

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

  @Test
  void everyWordThatAPageUsesIsWritten() throws IOException {
    Properties chinese = messages("zh_CN");
    Pattern used = Pattern.compile("#\\{([a-z][\\w.-]*)[}(]");
    try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.toList()) {
        Matcher keys = used.matcher(Files.readString(template));
        while (keys.find()) {
          assertThat(chinese).as(template.getFileName().toString()).containsKey(keys.group(1));
        }
      }
    }
  }

  /** Those that all share, and those of each page; none is written twice. */
  private static Properties messages(String language) throws IOException {
    Properties all = new Properties();
    Path resources = Path.of("src/main/resources");
    try (Stream<Path> texts = Files.list(resources.resolve("text"))) {
      Stream<Path> shared = Stream.of(resources.resolve("messages_" + language + ".properties"));
      String end = "_" + language + ".properties";
      for (Path file :
          Stream.concat(shared, texts.filter(f -> f.toString().endsWith(end))).toList()) {
        Properties some = new Properties();
        some.load(Files.newBufferedReader(file));
        assertThat(all.keySet()).as(file.toString()).doesNotContainAnyElementsOf(some.keySet());
        all.putAll(some);
      }
    }
    return all;
  }
}
