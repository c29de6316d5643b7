package cn.baosong.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Configuration;

class MailboxSettingsTest {
  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(BaosongSettings.class)
  static class OnlySettings {}

  private static void with(
      Map<String, String> more, ContextConsumer<AssertableApplicationContext> check) {
    Map<String, String> told =
        new HashMap<>(
            Map.of(
                "baosong.database", "h2",
                "baosong.mailboxes[0].name", "office",
                "baosong.mailboxes[0].host", "imap.example.org",
                "baosong.mailboxes[0].user", "office@example.org",
                "baosong.mailboxes[0].password", "not-to-be-told"));
    told.putAll(more);
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
        .withUserConfiguration(OnlySettings.class)
        .withPropertyValues(
            told.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toArray(String[]::new))
        .run(check);
  }

  private static void refuses(Map<String, String> more, String why) {
    with(more, context -> assertThat(context).getFailure().rootCause().hasMessageContaining(why));
  }

  @Test
  void needsOnlyNameHostUserAndPassword() {
    with(
        Map.of(),
        context -> {
          MailboxSettings box = context.getBean(BaosongSettings.class).mailboxes().get(0);
          assertThat(box.effectivePort()).isEqualTo(993);
          assertThat(box.folders()).containsExactly("INBOX");
          assertThat(box.after()).isEqualTo(MailboxSettings.AfterRegistration.NOTHING);
        });
  }

  @Test
  void tellsNobodyThePassword() {
    with(
        Map.of(),
        context ->
            assertThat(context.getBean(BaosongSettings.class).toString())
                .contains("office@example.org")
                .doesNotContain("not-to-be-told"));
  }

  @Test
  void refusesAMisspeltKey() {
    refuses(Map.of("baosong.mailboxes[0].passwort", "x"), "passwort");
  }

  @Test
  void refusesToMoveNowhere() {
    refuses(Map.of("baosong.mailboxes[0].after", "move"), "needs moveTo");
  }

  @Test
  void refusesFoldersOverPop3() {
    refuses(
        Map.of(
            "baosong.mailboxes[0].protocol", "pop3s", "baosong.mailboxes[0].folders[0]", "Archive"),
        "POP3 has one folder");
  }

  @Test
  void refusesJunkThatIsNotLookedInto() {
    refuses(Map.of("baosong.mailboxes[0].junk[0]", "Spam"), "junk names folders");
  }

  @Test
  void refusesTwoBoxesOfOneName() {
    refuses(
        Map.of(
            "baosong.mailboxes[1].name", "office",
            "baosong.mailboxes[1].host", "imap.example.org",
            "baosong.mailboxes[1].user", "second@example.org",
            "baosong.mailboxes[1].password", "x"),
        "a name of its own");
  }

  @Test
  void knowsTheKeysOfAListInEachForm() {
    assertThat(
            KnownSettings.unknownIn(
                List.of(
                    "BAOSONG_MAILBOXES_0_PASSWORD",
                    "BAOSONG_MAILBOXES_0_FOLDERS_1",
                    "BAOSONG_MAILBOXES_0_PASSWROD"),
                List.of("baosong.mailboxes[0].trusted-hosts[2]", "baosong.mailboxes[0].hots")))
        .containsExactly("BAOSONG_MAILBOXES_0_PASSWROD", "baosong.mailboxes[0].hots");
  }
}
