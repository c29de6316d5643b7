package cn.baosong.core.notice;

import java.util.List;

/** Writes the mail around a letter; built from the record alone. */
record CoverWriter(Wording wording, Letterhead head, Moments moments) {
  Cover write(Letter letter, Delivery delivery) {
    String number = letter.submission().value();
    String title = oneLine(letter.title());
    String office = oneLine(head.officeName(delivery));
    Facts facts = head.facts(delivery);
    List<String> lines =
        List.of(
            wording.say(Phrase.MAIL_GREETING, oneLine(letter.addressee())),
            "",
            wording.say(Phrase.MAIL_ENCLOSED, title, number, fact(facts, Fact.MATERIAL)),
            wording.next(letter.kind()),
            wording.say(Phrase.MAIL_CONTACT, fact(facts, Fact.CONTACT)),
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
