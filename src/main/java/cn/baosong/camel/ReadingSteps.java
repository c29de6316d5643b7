package cn.baosong.camel;

import cn.baosong.desk.ReadingDesk;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Body;

/** The step of {@code read-paper}. */
public final class ReadingSteps {
  private final ReadingDesk desk;

  public ReadingSteps(ReadingDesk desk) {
    this.desk = desk;
  }

  /** Reads the form of a claimed row. */
  public void read(@Body Map<String, Object> row) throws IOException {
    desk.read(String.valueOf(row.get("id")), Integer.parseInt(String.valueOf(row.get("tries"))));
  }
}
