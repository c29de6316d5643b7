package cn.baosong.camel;

import cn.baosong.core.notice.Letter;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.ReminderDesk;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Body;

/** The steps of {@code send-notices}. */
public final class LetterSteps {
  private final LetterDesk desk;
  private final ReminderDesk reminders;

  public LetterSteps(LetterDesk desk, ReminderDesk reminders) {
    this.desk = desk;
    this.reminders = reminders;
  }

  /** Prints the letter of a claimed row; the body becomes the letter. */
  public Letter print(@Body Map<String, Object> row) throws IOException {
    reminders.holdBack(String.valueOf(row.get("id")));
    return desk.print(String.valueOf(row.get("id")));
  }

  /** Marks it sent, in the route's transaction. */
  public void sent(@Body Letter letter) {
    desk.sent(letter);
  }
}
