package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.desk.digest.Trouble;
import cn.baosong.desk.digest.Troubles;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an operator finds in the morning. */
class DigestJourneyTest extends MailOffice {
  @Autowired private Troubles troubles;

  @Test
  void tellsTheOperatorsOnceADayAndKnowsWhichMailboxIsBroken() {
    List<String> found = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              found.clear();
              inFolder(
                  OPERATOR,
                  "INBOX",
                  folder -> {
                    for (Message message : folder.getMessages()) {
                      found.add(message.getSubject() + "\n" + text(message));
                    }
                  });
              return !found.isEmpty();
            });
    assertThat(found).hasSize(1);
    assertThat(found.get(0)).startsWith("报送日报 2020-03-25").contains("不含个人信息");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(troubles.get())
                    .extracting(Trouble::chinese)
                    .anyMatch(said -> said.contains("strange/INBOX")));
  }

  private static String text(Message message) {
    try {
      return String.valueOf(message.getContent());
    } catch (IOException | MessagingException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
