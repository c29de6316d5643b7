package cn.baosong.web.page.desk;

import cn.baosong.core.call.Call;
import cn.baosong.desk.digest.DigestDesk;
import cn.baosong.desk.night.Ending;
import cn.baosong.web.api.ChannelShow.SourceView;
import cn.baosong.web.page.Left;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands on the desk at a moment, the same for everybody.
 *
 * @param at by the office's clock
 * @param since number of the last act that it may show
 * @param waiting what waits for a hand
 * @param due calls that a deadline lies close before, the soonest first; one at least
 * @param later those that it lies far before
 * @param past the others, the latest first
 * @param digest why the operators have not been told today
 */
record DeskShown(
    Instant at,
    long since,
    List<Tally> waiting,
    List<CallCard> due,
    List<CallCard> later,
    List<CallCard> past,
    List<SourceView> sources,
    Optional<DigestDesk.Failure> digest) {

  /**
   * A call with its deadlines.
   *
   * @param next the deadline that is told large
   */
  record CallCard(Call call, Ending next, List<Ending> endings, List<Tally> tallies) {
    boolean isPast(Instant now) {
      return next.phase(now) == Ending.Phase.PAST;
    }

    public Left left(Instant now) {
      return Left.of(next.left(now));
    }
  }

  /** The same again needs no new picture. */
  public String seen() {
    List<Object> phases =
        due.stream().<Object>map(c -> c.endings().stream().map(e -> e.phase(at)).toList()).toList();
    List<Object> cards =
        due.stream().<Object>map(c -> List.of(c.call().version(), c.tallies())).toList();
    return Integer.toHexString(
        Objects.hash(waiting, phases, cards, later.size(), past.size(), sources, digest));
  }
}
