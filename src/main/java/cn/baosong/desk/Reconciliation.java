package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 对账: what each source holds against what is registered, the difference by name. */
public interface Reconciliation {
  List<Source> sources();

  /**
   * Has an item fetched again at once.
   *
   * @return whether its source knows it
   */
  default boolean refetch(String source, String key) {
    return false;
  }

  /**
   * One source of a channel.
   *
   * @param name of the source, such as inbox
   * @param lastLook when it was last looked into with success
   * @param error why the last look failed, in words for a clerk
   * @param held items that the source holds or, where it keeps nothing, has held: registered,
   *     waiting, claimed, refused; without our probes, and without what is still being written
   * @param registered items that are registered from it
   * @param difference items held that are not registered, and those that are still being written
   * @param line how the way to it stands
   */
  record Source(
      String name,
      Channel channel,
      Optional<Instant> lastLook,
      Optional<String> error,
      long held,
      long registered,
      List<Item> difference,
      Line line) {
    public Source {
      difference = List.copyOf(difference);
    }

    /** Whole items that are not registered, also where not all of them are named. */
    public long missing() {
      return Math.max(0, held - registered);
    }

    public Source(
        String name,
        Channel channel,
        Optional<Instant> lastLook,
        Optional<String> error,
        long held,
        long registered,
        List<Item> difference) {
      this(name, channel, lastLook, error, held, registered, difference, Line.PLAIN);
    }
  }

  /**
   * How the way to a source stands.
   *
   * @param trouble of which kind the error is, where the line itself is at fault
   * @param failures looks that failed since the last that succeeded
   * @param insecure whether a password travels to it in clear
   * @param probes letters to ourselves that it holds (ADR 0019)
   * @param unseen time without a look that succeeded, after which nobody can say that it lives
   * @param lastArrival when something was last taken out of it, in office time
   * @param probe as which probes are sent through it; empty where it is not what units send to
   */
  record Line(
      Optional<ChannelTrouble> trouble,
      int failures,
      boolean insecure,
      long probes,
      Duration unseen,
      Optional<Instant> lastArrival,
      Optional<String> probe) {
    public static final Line PLAIN =
        new Line(
            Optional.empty(),
            0,
            false,
            0,
            Duration.ofMinutes(5),
            Optional.empty(),
            Optional.empty());

    /** One that nothing else is told of. */
    public static Line probed(String as) {
      return new Line(PLAIN.trouble, 0, false, 0, PLAIN.unseen, PLAIN.lastArrival, Optional.of(as));
    }
  }

  /**
   * An item that stands apart.
   *
   * @param name as the sender wrote it
   * @param reason why it is not registered yet, in words for a clerk
   * @param since when it was first seen
   * @param key by which it can be fetched again; empty where it is tried again by itself
   * @param tries how often it could not be taken in
   * @param glimpse what its source tells of it
   * @param underway whether its sender is still writing it, so that nothing is missing yet
   */
  record Item(
      String name,
      String reason,
      Optional<Instant> since,
      Optional<String> key,
      int tries,
      Optional<Glimpse> glimpse,
      boolean underway) {
    public Item(String name, String reason, Optional<Instant> since) {
      this(name, reason, since, Optional.empty(), 0, Optional.empty(), false);
    }

    /** One that is still being written. */
    public static Item underway(String name, String reason, Optional<Instant> since) {
      return new Item(name, reason, since, Optional.empty(), 0, Optional.empty(), true);
    }

    /** The same as another clock tells it. */
    public Item at(Optional<Instant> first) {
      return new Item(name, reason, first, key, tries, glimpse, underway);
    }
  }

  /**
   * What a source tells of an item that it holds; all of it but date and size is a claim of the
   * sender.
   *
   * @param from address of the sender
   * @param date when the source received it
   * @param bytes as the source counts
   */
  record Glimpse(String from, String subject, Optional<Instant> date, long bytes) {
    private static final int LONGEST = 200;

    public Glimpse {
      from = cut(from);
      subject = cut(subject);
    }

    private static String cut(String text) {
      String line = text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]+", " ").strip();
      return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
  }
}
