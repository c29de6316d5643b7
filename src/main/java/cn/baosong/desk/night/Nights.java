package cn.baosong.desk.night;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.desk.Page;
import cn.baosong.desk.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What came for a call and when, as the record has it. */
public interface Nights {
  /** The minutes of a span in which deliveries were received, by channel, the earliest first. */
  List<Minute> arrivals(CallId call, Interval span);

  /** How many deliveries came by each channel; one without any is missing. */
  Map<Channel, Long> channels(CallId call, Interval span);

  /** How many dossiers stand how; those that are replaced or not judged yet are missing. */
  Map<Timing, Long> timings(CallId call);

  /** The dossiers that stand so, the newest first. */
  Page<Dossier> dossiers(CallId call, Timing timing, Window window);

  /**
   * Deliveries of one minute by one channel.
   *
   * @param minute its begin
   */
  record Minute(Instant minute, Channel channel, long many) {}
}
