package cn.baosong.camel;

import cn.baosong.core.notice.Letter;
import cn.baosong.desk.LetterDesk;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Body;

/** The steps of {@code send-notices}. */
public final class LetterSteps {
  private final LetterDesk desk;

  public LetterSteps(LetterDesk desk) {
    this.desk = desk;
  }

  /** Prints the letter of a claimed row; the body becomes the letter. */
  public Letter print(@Body Map<String, Object> row) throws IOException {
    return desk.print(String.valueOf(row.get("id")));
  }

  /** Marks it sent, in the route's transaction. */
  public void sent(@Body Letter letter) {
    desk.sent(letter);
  }
}
