package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
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
   * @param held items that the source still holds: waiting, claimed, refused
   * @param registered items that are registered from it
   * @param difference items held that are not registered
   */
  record Source(
      String name,
      Channel channel,
      Optional<Instant> lastLook,
      Optional<String> error,
      long held,
      long registered,
      List<Item> difference) {
    public Source {
      difference = List.copyOf(difference);
    }
  }

  /**
   * An item that stands apart.
   *
   * @param name as the sender wrote it
   * @param reason why it is not registered yet, in words for a clerk
   * @param since when it was first seen
   * @param key by which it can be fetched again; empty where it is tried again by itself
   */
  record Item(String name, String reason, Optional<Instant> since, Optional<String> key) {
    public Item(String name, String reason, Optional<Instant> since) {
      this(name, reason, since, Optional.empty());
    }
  }
}
