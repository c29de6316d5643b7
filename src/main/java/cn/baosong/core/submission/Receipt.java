package cn.baosong.core.submission;

import java.time.Instant;
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
    Instant registered) {

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
        registered);
  }

  /** The sent evidence; for folder, web and API sent is received (decisions.md 13). */
  public TimeEvidence sentOrReceived() {
    return sent.orElse(received);
  }
}
