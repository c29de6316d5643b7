package cn.baosong.camel.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/** SAVEDATE (RFC 8514): when a mail came into its folder, which no APPEND and no COPY can set. */
final class SaveDate extends FetchItem {
  static final SaveDate ITEM = new SaveDate();

  private SaveDate() {
    super("SAVEDATE", new FetchProfile.Item("SAVEDATE") {});
  }

  @Override
  public Object parseItem(FetchResponse response) {
    return instant(response.readString());
  }

  /** Empty for NIL and for what is no date. */
  private static Optional<Instant> instant(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MailDateFormat().parse(text)).map(Date::toInstant);
    } catch (ParseException unreadable) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked")
  static Optional<Instant> of(FetchResponse response) {
    Object found =
        response.getExtensionItems() == null ? null : response.getExtensionItems().get("SAVEDATE");
    return found instanceof Optional ? (Optional<Instant>) found : Optional.empty();
  }
}
