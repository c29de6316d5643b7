package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import java.util.Collection;
import java.util.Set;

/**
 * What of the items that a source shows was taken in before, by whatever name it bears now. A
 * source that keeps its items asks here instead of marking them.
 */
public interface Ledger {
  /** Those of the items that were never taken in. */
  Set<String> unknown(Channel channel, Collection<String> nativeIds);

  /** How many of the items are probes of ours; they were taken in without being registered. */
  long probes(Channel channel, Collection<String> nativeIds);
}
