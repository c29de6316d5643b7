package cn.baosong.camel;

import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.OpeningDesk;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Body;

/** The steps of {@code open-package}. */
public final class OpeningSteps {
  private final OpeningDesk desk;

  public OpeningSteps(OpeningDesk desk) {
    this.desk = desk;
  }

  /** Reads the package of a claimed row; no transaction is held meanwhile. */
  public OpeningDesk.Reading read(@Body Map<String, Object> row) throws IOException {
    return desk.read(new SubmissionNumber(String.valueOf(row.get("number"))));
  }

  /** Files what was read, in the route's transaction. */
  public void file(@Body OpeningDesk.Reading reading) {
    desk.file(reading);
  }
}
