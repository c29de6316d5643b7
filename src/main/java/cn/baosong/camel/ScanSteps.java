package cn.baosong.camel;

import cn.baosong.desk.ScanDesk;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** The steps of the mail room's scans. */
public final class ScanSteps {
  private final ScanDesk desk;

  public ScanSteps(ScanDesk desk) {
    this.desk = desk;
  }

  /** Archives the body, and reads and registers what it shows. */
  public void take(@Body InputStream bytes, Exchange exchange) throws IOException {
    try (bytes) {
      desk.take(
          Optional.ofNullable(exchange.getVariable(Facts.NAME, String.class)).orElse("未命名"), bytes);
    }
  }

  /** Looks whether the dossiers of scans that wait have come. */
  public void match() {
    desk.match();
  }
}
