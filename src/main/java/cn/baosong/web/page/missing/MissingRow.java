package cn.baosong.web.page.missing;

import cn.baosong.core.check.Admittance;
import cn.baosong.core.decision.UnitStanding;
import cn.baosong.desk.MissingUnits.Line;
import cn.baosong.desk.UnitTallies.LastContact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A unit that has not delivered, as the page shows it.
 *
 * @param kind the call's word for it
 * @param open whether such units deliver themselves is not settled
 * @param address whether it has a registered address that letters go to
 */
public record MissingRow(
    String code,
    String name,
    String kind,
    boolean open,
    UnitStanding standing,
    List<Share> quotas,
    Optional<LastContact> last,
    Optional<Instant> reminded,
    boolean address,
    String contact,
    String phone,
    Optional<Long> daysLeft) {

  /**
   * How many it may recommend.
   *
   * @param category empty for all together
   * @param limit empty where there is none
   */
  public record Share(Optional<String> category, Optional<Integer> limit) {}

  static MissingRow of(Line line, String kind) {
    return new MissingRow(
        line.unit().code().value(),
        line.unit().name(),
        kind,
        line.admittance() == Admittance.OPEN,
        line.standing(),
        line.quotas().stream().map(q -> new Share(q.category(), q.limit())).toList(),
        line.tally().last(),
        line.tally().reminded(),
        line.hasAddress(),
        line.unit().contact(),
        line.unit().phone(),
        line.daysLeft());
  }
}
