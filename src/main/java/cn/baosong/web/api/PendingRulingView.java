package cn.baosong.web.api;

import cn.baosong.core.decision.PendingRuling;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A ruling that takes a second person.
 *
 * @param id to be named in the confirmation
 * @param state AWAITS_SECOND_PERSON until it is CONFIRMED, DECLINED, or DROPPED since the dossier
 *     changed
 * @param by user name of who proposed it
 * @param expectedVersion version of the dossier that it was proposed for
 * @param closed who ended the waiting; null while it waits
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PendingRulingView(
    String id,
    String state,
    String at,
    String by,
    DecisionView.RulingView ruling,
    Optional<String> department,
    int expectedVersion,
    Optional<ClosedView> closed)
    implements RulingAnswer {

  /** How the waiting ended. */
  public record ClosedView(String by, String at, String reason) {}

  public static PendingRulingView of(PendingRuling pending, WebOffice office) {
    return new PendingRulingView(
        pending.id(),
        pending.state().name(),
        office.at(pending.at()),
        pending.ruling().by(),
        DecisionView.RulingView.of(pending.ruling()),
        pending.ruling().department(),
        pending.seen(),
        pending.closing().map(c -> new ClosedView(c.by(), office.at(c.at()), c.reason())));
  }
}
