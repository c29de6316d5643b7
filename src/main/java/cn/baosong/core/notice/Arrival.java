package cn.baosong.core.notice;

import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import java.util.Locale;

/** What a letter says of one arrival: what came, how, when, and how that is known. */
record Arrival(Wording wording, Moments moments) {
  private static final String[] UNITS = {"KB", "MB", "GB", "TB"};
  private static final double STEP = 1024;

  Facts facts(Delivery delivery) {
    Receipt arrival = delivery.arrival();
    TimeEvidence sent = arrival.sentOrReceived();
    Facts facts =
        new Facts()
            .put(Fact.CHANNEL, arrival.channel().chinese())
            .put(Fact.NAME, Shown.name(arrival.name()))
            .put(Fact.SENT, moments.when(sent))
            .put(Fact.SENT_SOURCE, moments.source(sent))
            .put(Fact.RECEIVED, moments.when(arrival.received()))
            .put(Fact.RECEIVED_SOURCE, moments.source(arrival.received()));
    if (!arrival.channel().isPaper()) {
      facts.put(Fact.SIZE, size(arrival.bytes())).putExact(Fact.DIGEST, arrival.digest().brief());
    }
    return delivery.isRepeated()
        ? facts.put(Fact.EARLIER, moments.when(delivery.submission().first().received()))
        : facts;
  }

  private String size(long bytes) {
    double size = bytes / STEP;
    int unit = 0;
    while (size >= STEP && unit < UNITS.length - 1) {
      size /= STEP;
      unit++;
    }
    return wording.say(
        Phrase.SIZE,
        String.format(Locale.ROOT, "%,d", bytes),
        String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]));
  }
}
