package cn.baosong.web.page;

import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.web.WebOffice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as people read them, in the office's zone. */
@Component("times")
public final class Times {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final WebOffice office;

  Times(WebOffice office) {
    this.office = office;
  }

  /** An instant as the interface writes it. */
  public String read(String iso) {
    return moment(OffsetDateTime.parse(iso).toInstant());
  }

  public String moment(Instant instant) {
    return MOMENT.format(instant.atZone(office.zone()));
  }

  /** Time of day now, by the office's clock. */
  public String now() {
    return CLOCK.format(office.clock().instant().atZone(office.zone()));
  }

  /** When it was received: the day where no more is known, else the latest instant. */
  public String received(Receipt receipt) {
    TimeEvidence received = receipt.received();
    return received.day().isPresent()
        ? received.day().get().toString()
        : moment(received.interval().latest());
  }
}
