package cn.baosong.camel;

import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.OpeningDesk;
import cn.baosong.desk.ScreeningDesk;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Body;

/** The steps of {@code open-package}. */
public final class OpeningSteps {
  private final OpeningDesk desk;
  private final ScreeningDesk screening;

  public OpeningSteps(OpeningDesk desk, ScreeningDesk screening) {
    this.desk = desk;
    this.screening = screening;
  }

  /** Has the package of a claimed row scanned for malware before anything opens it. */
  public ScreeningDesk.Screening scan(@Body Map<String, Object> row) throws IOException {
    return screening.screen(new SubmissionNumber(String.valueOf(row.get("number"))));
  }

  /** Puts off what was not scanned. */
  public void await(@Body ScreeningDesk.Screening unscanned) {
    screening.await(unscanned);
  }

  /** Looks whether the scanner answers. */
  public void look() {
    screening.look();
  }

  /** Reads the package unless that costs much; no transaction is held meanwhile. */
  public OpeningDesk.Looked read(@Body ScreeningDesk.Screening screened) throws IOException {
    return desk.read(screened.number());
  }

  /** Has what costs much wait until no other waits. */
  public void putOff(@Body OpeningDesk.Costly costly) {
    desk.putOff(costly);
  }

  /** Files what was read, in the route's transaction. */
  public void file(@Body OpeningDesk.Reading reading) {
    desk.file(reading);
  }
}
