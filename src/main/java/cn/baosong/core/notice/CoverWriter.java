package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import java.util.List;

/** Writes the mail around a letter; built from the record alone. */
record CoverWriter(Wording wording, Letterhead head, Moments moments) {
  Cover write(Letter letter, Delivery delivery) {
    return write(
        letter,
        oneLine(head.officeName(delivery)),
        head.facts(delivery),
        new Lines(Phrase.MAIL_ENCLOSED, Phrase.MAIL_CONTACT));
  }

  /** Around a letter that answers no delivery. */
  Cover write(Letter letter, Call call, Unit unit) {
    return write(
        letter,
        oneLine(head.officeName(call)),
        head.facts(call, unit),
        new Lines(Phrase.MAIL_ABOUT, Phrase.MAIL_ASK));
  }

  /** What differs where there is no delivery to name. */
  private record Lines(Phrase enclosed, Phrase contact) {}

  private Cover write(Letter letter, String office, Facts facts, Lines words) {
    String number = letter.folder();
    String title = oneLine(letter.title());
    List<String> lines =
        List.of(
            wording.say(Phrase.MAIL_GREETING, oneLine(letter.addressee())),
            "",
            wording.say(words.enclosed(), title, number, fact(facts, Fact.MATERIAL)),
            wording.next(letter.kind()),
            wording.say(words.contact(), fact(facts, Fact.CONTACT)),
            "",
            office,
            moments.date(letter.written()),
            "",
            wording.say(Phrase.MAIL_FOOT, title, number));
    return new Cover(
        office,
        wording.say(Phrase.MAIL_SUBJECT, title, number, office),
        String.join("\r\n", lines) + "\r\n",
        title.replaceAll("[\\\\/:*?\"<>|;%]", "") + "-" + number + ".pdf");
  }

  private static String fact(Facts facts, Fact fact) {
    return facts.find(fact).map(CoverWriter::oneLine).orElse("");
  }

  /** Neither a second header nor a name that reads backwards. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
        .strip();
  }
}
