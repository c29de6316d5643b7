package cn.baosong.reader.mail;

import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Mail.Address;
import cn.baosong.core.submission.Mail.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the header of the message itself says. */
final class Envelope {
  /** Ids of messages of ours, which name the letter. */
  private static final Pattern OURS =
      Pattern.compile("(?i)<?baosong\\.([A-Za-z0-9-]{1,64})@[^<>\\s]+>?");

  private static final String OUR_FIELD = "x-baosong-letter";
  private static final Set<String> TRACE =
      Set.of(
          "received",
          "authentication-results",
          "arc-authentication-results",
          "dkim-signature",
          "received-spf",
          "return-path",
          "delivered-to",
          "x-originating-ip");

  private static final int LAST = 20;

  private final MailHeader header;

  Envelope(MailHeader header) {
    this.header = header;
  }

  String subject() {
    return header.text("subject").orElse("");
  }

  Mail.People people() {
    List<Address> authors = addresses("from");
    return new Mail.People(
        authors.stream().findFirst(),
        authors.size() > 1 ? authors.subList(1, authors.size()) : List.of(),
        addresses("sender").stream().findFirst(),
        addresses("return-path").stream().findFirst(),
        addresses("reply-to"),
        addresses("to"),
        addresses("cc"));
  }

  private List<Address> addresses(String name) {
    return header.latin(name).map(Addresses::of).orElse(List.of());
  }

  /** By which messages it hangs together with others; a report also by what it reports. */
  Mail.Thread thread(Optional<String> reported) {
    List<String> inReplyTo = ids("in-reply-to");
    List<String> references = ids("references");
    Set<String> letters = new LinkedHashSet<>();
    header.text(OUR_FIELD).filter(id -> id.matches("[A-Za-z0-9-]{1,64}")).ifPresent(letters::add);
    reported.ifPresent(id -> letter(id, letters));
    inReplyTo.forEach(id -> letter(id, letters));
    List<String> newestFirst = new ArrayList<>(references);
    java.util.Collections.reverse(newestFirst);
    newestFirst.forEach(id -> letter(id, letters));
    header.text("message-id").ifPresent(id -> letter(id, letters));
    return new Mail.Thread(header.text("message-id"), inReplyTo, references, List.copyOf(letters));
  }

  /** Whether it is a letter of ours that came back. */
  boolean isOurs() {
    return header.has(OUR_FIELD)
        || header.text("message-id").filter(id -> OURS.matcher(id).matches()).isPresent();
  }

  /** Whether a message is one of ours. */
  static boolean isOurs(MailHeader header) {
    return new Envelope(header).isOurs();
  }

  private static void letter(String id, Set<String> letters) {
    Matcher ours = OURS.matcher(id);
    if (ours.matches()) {
      letters.add(ours.group(1));
    }
  }

  private List<String> ids(String name) {
    List<String> ids = new ArrayList<>();
    Matcher id = DeliveryReport.MESSAGE_ID.matcher(header.latin(name).orElse(""));
    while (id.find()) {
      ids.add(id.group());
    }
    return ids.subList(Math.max(0, ids.size() - LAST), ids.size());
  }

  List<Field> trace() {
    return header.lines().stream()
        .filter(line -> TRACE.contains(line.name()))
        .map(line -> new Field(line.name(), MailHeader.oneLine(EncodedWords.decode(line.latin()))))
        .toList();
  }

  /** What a provider wrote who took it for junk. */
  boolean isJunk() {
    return header.text("x-spam-flag").filter(f -> f.equalsIgnoreCase("yes")).isPresent()
        || header
            .text("x-spam-status")
            .filter(s -> s.toLowerCase(Locale.ROOT).startsWith("yes"))
            .isPresent();
  }
}
