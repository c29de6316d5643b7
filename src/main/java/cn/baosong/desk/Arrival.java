package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import java.util.List;
import java.util.Optional;

/**
 * What a channel observed of one item before its bytes were read.
 *
 * @param nativeId what the source calls the item; the ledger's key within the channel
 * @param name display name, as the sender wrote it
 * @param folderUnit the unit that the place of arrival stands for
 * @param sent when it was sent, where known apart from receipt
 * @param received when it was received
 * @param outage when the source could not be looked into before it was seen
 * @param remarks what a person should know of it, in Chinese
 */
public record Arrival(
    Channel channel,
    String nativeId,
    String name,
    Optional<String> folderUnit,
    Optional<TimeEvidence> sent,
    TimeEvidence received,
    Optional<Interval> outage,
    List<String> remarks) {
  public Arrival {
    remarks = List.copyOf(remarks);
  }

  /** An arrival of which there is nothing more to say. */
  public Arrival(
      Channel channel,
      String nativeId,
      String name,
      Optional<String> folderUnit,
      Optional<TimeEvidence> sent,
      TimeEvidence received) {
    this(channel, nativeId, name, folderUnit, sent, received, Optional.empty(), List.of());
  }
}
