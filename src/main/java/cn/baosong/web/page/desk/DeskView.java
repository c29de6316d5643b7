package cn.baosong.web.page.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Shares;
import cn.baosong.desk.Shares.Share;
import cn.baosong.desk.digest.DigestDesk;
import cn.baosong.desk.night.Ending;
import cn.baosong.desk.night.Endings;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.ChannelShow;
import cn.baosong.web.page.Glance;
import cn.baosong.web.page.desk.DeskShown.CallCard;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the desk together, once for all who look at it. */
@Component
class DeskView {
  private static final Duration CLOSE = Duration.ofDays(60);

  private static final Comparator<CallCard> SOONEST =
      Comparator.comparing(card -> card.next().ends().earliest());

  private final Calls calls;
  private final Endings endings;
  private final Tallies tallies;
  private final Shares shares;
  private final ChannelShow channels;
  private final DigestDesk digest;
  private final WebOffice office;
  private final Changes changes;
  private final Glance<DeskShown> glance;

  DeskView(
      Calls calls,
      Endings endings,
      Tallies tallies,
      Shares shares,
      ChannelShow channels,
      DigestDesk digest,
      WebOffice office,
      Changes changes) {
    this.calls = calls;
    this.endings = endings;
    this.tallies = tallies;
    this.shares = shares;
    this.channels = channels;
    this.digest = digest;
    this.office = office;
    this.changes = changes;
    this.glance = new Glance<>(changes, office.machine(), this::look);
  }

  DeskShown now() {
    return glance.get();
  }

  private DeskShown look() {
    long since = changes.latest();
    Instant now = office.clock().instant();
    Map<CallId, Share> counted = shares.byCall();
    List<CallCard> cards =
        calls.live().stream().flatMap(call -> card(call, counted, now)).sorted(SOONEST).toList();
    List<CallCard> ahead = cards.stream().filter(card -> !card.isPast(now)).toList();
    long close = ahead.stream().filter(card -> card.next().left(now).compareTo(CLOSE) < 0).count();
    int due = (int) Math.min(ahead.size(), Math.max(1, close));
    return new DeskShown(
        now,
        since,
        tallies.waiting(),
        ahead.subList(0, due),
        ahead.subList(due, ahead.size()),
        cards.stream().filter(card -> card.isPast(now)).sorted(SOONEST.reversed()).toList(),
        channels.all(),
        digest.failure());
  }

  private Stream<CallCard> card(Call call, Map<CallId, Share> counted, Instant now) {
    List<Ending> all = endings.of(call);
    return Endings.next(all, now).stream()
        .map(
            next ->
                new CallCard(
                    call,
                    next,
                    all,
                    tallies.of(
                        call.id(),
                        counted.getOrDefault(call.id(), Share.NONE),
                        next.phase(now) != Ending.Phase.PAST)));
  }
}
