package cn.baosong.core.submission;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One arrival of one package: the same bytes may arrive more than once, by several channels.
 *
 * @param id unique, given before the bytes are stored; names the evidence sidecar in the archive
 * @param nativeId what the source calls the item (claim id, mailbox + UIDVALIDITY + UID, request
 *     id); unique per channel
 * @param name the display name as it arrived; never used as a path
 * @param folderUnit the unit code that the place of arrival stands for, such as a unit's own folder
 * @param sent when it was sent, where that is known apart from receipt
 * @param received when it was received
 * @param registered when this office registered it; never used against a unit
 * @param outage when the office could not look into the source before it saw the item; no lateness
 *     rests on such a time
 * @param remarks what a person should know of the arrival, in Chinese
 */
public record Receipt(
    String id,
    Channel channel,
    String nativeId,
    String name,
    Digest digest,
    long bytes,
    Optional<String> folderUnit,
    Optional<TimeEvidence> sent,
    TimeEvidence received,
    Instant registered,
    Optional<Interval> outage,
    List<String> remarks) {
  public Receipt {
    remarks = List.copyOf(remarks);
  }

  /** An arrival of which there is nothing more to say. */
  public Receipt(
      String id,
      Channel channel,
      String nativeId,
      String name,
      Digest digest,
      long bytes,
      Optional<String> folderUnit,
      Optional<TimeEvidence> sent,
      TimeEvidence received,
      Instant registered) {
    this(
        id,
        channel,
        nativeId,
        name,
        digest,
        bytes,
        folderUnit,
        sent,
        received,
        registered,
        Optional.empty(),
        List.of());
  }

  /** Stands for a name that must not be repeated. */
  public static final String NAME_WITHHELD = "（名称不显示）";

  /** The name to open it by: what a mailbox gave is a message, whatever its subject is. */
  public String fileName() {
    boolean message = channel == Channel.EMAIL && !name.toLowerCase(Locale.ROOT).endsWith(".eml");
    return message ? name + ".eml" : name;
  }

  /** The same arrival, its name withheld. */
  public Receipt nameless() {
    return new Receipt(
        id,
        channel,
        nativeId,
        NAME_WITHHELD,
        digest,
        bytes,
        folderUnit,
        sent,
        received,
        registered,
        outage,
        remarks);
  }

  /**
   * Whether the other is the same arrival under another key: a mailbox that was rebuilt shows its
   * mails again.
   */
  public boolean isSameArrivalAs(Receipt other) {
    return channel == Channel.EMAIL
        && other.channel == Channel.EMAIL
        && digest.equals(other.digest)
        && source().equals(other.source())
        && received.interval().equals(other.received.interval());
  }

  /** The mailbox or other source that it came by: the first part of its native id. */
  public String source() {
    int end = nativeId.indexOf('/');
    return end < 0 ? "" : nativeId.substring(0, end);
  }

  /** The sent evidence; for folder, web and API sent is received (decisions.md 13). */
  public TimeEvidence sentOrReceived() {
    return sent.orElse(received);
  }
}
