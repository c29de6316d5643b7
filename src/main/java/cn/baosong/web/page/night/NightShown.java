package cn.baosong.web.page.night;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.submission.Channel;
import cn.baosong.desk.night.Ending;
import cn.baosong.desk.night.Night;
import cn.baosong.desk.night.Timing;
import cn.baosong.web.api.ChannelShow.SourceView;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the page of a night shows, the same for everybody.
 *
 * @param faults why the call's folder as it stands takes no effect
 * @param held whether an edit of it waits for somebody
 */
record NightShown(
    Night night,
    Bars bars,
    List<SourceView> sources,
    List<TardyRow> late,
    List<TardyRow> unsure,
    List<CallFault> faults,
    boolean held) {

  /** The same again needs no new picture. */
  public String seen() {
    List<Object> phases =
        night.endings().stream().<Object>map(ending -> ending.phase(night.asOf())).toList();
    return Integer.toHexString(
        Objects.hash(
            phases,
            night.timings(),
            night.unjudged(),
            night.channels(),
            bars.bars(),
            night.outages(),
            night.changes(),
            sources,
            late,
            unsure,
            faults,
            held));
  }

  public boolean isOver() {
    return night.next().phase(night.asOf()) == Ending.Phase.PAST;
  }

  /** Deliveries that came by the channel of a source. */
  public long came(SourceView source) {
    return Channel.ofCode(source.channel())
        .map(channel -> night.channels().getOrDefault(channel, 0L))
        .orElse(0L);
  }

  /** Channels that something came by without a source of their own, such as the web. */
  public Map<Channel, Long> others() {
    List<String> watched = sources.stream().map(SourceView::channel).toList();
    Map<Channel, Long> others = new EnumMap<>(Channel.class);
    night
        .channels()
        .forEach(
            (channel, many) -> {
              if (!watched.contains(channel.code())) {
                others.put(channel, many);
              }
            });
    return others;
  }

  /** Late or undetermined ones that an outage may have touched. */
  public List<TardyRow> touched() {
    return Stream.concat(late.stream(), unsure.stream())
        .filter(row -> row.outage().isPresent())
        .toList();
  }

  public long lateOnes() {
    return night.of(Timing.LATE) + night.of(Timing.PART_LATE);
  }

  public long unsureOnes() {
    return night.of(Timing.UNDETERMINED);
  }

  public long inTime() {
    return night.of(Timing.IN_TIME);
  }

  public long awaited() {
    return night.of(Timing.AWAITED) + night.unjudged();
  }
}
