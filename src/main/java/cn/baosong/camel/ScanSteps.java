package cn.baosong.camel;

import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.ScanDesk;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** The steps of the mail room's scans. */
public final class ScanSteps {
  private final ScanDesk desk;
  private final CoverDesk covers;

  public ScanSteps(ScanDesk desk, CoverDesk covers) {
    this.desk = desk;
    this.covers = covers;
  }

  /** Archives the body, and registers what it shows: a photo of a cover, or a scan to be read. */
  public void take(@Body InputStream bytes, Exchange exchange) throws IOException {
    String name = Optional.ofNullable(exchange.getVariable(Facts.NAME, String.class)).orElse("未命名");
    try (bytes) {
      if (CoverDesk.isNamed(name)) {
        covers.takeFromFolder(name, bytes, desk);
      } else {
        desk.take(name, bytes);
      }
    }
  }

  /** Looks whether the dossiers of scans that wait have come. */
  public void match() {
    desk.match();
  }
}
