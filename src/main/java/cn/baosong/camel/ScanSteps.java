package cn.baosong.camel;

import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.ParcelFileDesk;
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
  private final ParcelFileDesk parcels;

  public ScanSteps(ScanDesk desk, CoverDesk covers, ParcelFileDesk parcels) {
    this.desk = desk;
    this.covers = covers;
    this.parcels = parcels;
  }

  /**
   * Archives the body, and registers what it is: a parcel's data, a cover, or a scan to be read.
   */
  public void take(@Body InputStream bytes, Exchange exchange) throws IOException {
    String name = Optional.ofNullable(exchange.getVariable(Facts.NAME, String.class)).orElse("未命名");
    try (bytes) {
      if (ParcelFileDesk.isNamed(name)) {
        parcels.take(name, bytes);
      } else {
        covers.takeFromFolder(name, bytes, desk);
      }
    }
  }

  /** Looks whether the dossiers of scans that wait have come. */
  public void match() {
    desk.match();
  }
}
