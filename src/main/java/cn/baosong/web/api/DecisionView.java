package cn.baosong.web.api;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Ruling;
import cn.baosong.desk.Act;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * The decision that stands.
 *
 * @param at moment of assessment or ruling
 * @param by user name of who ruled, or {@code system}
 * @param ruling null when the machine decided
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DecisionView(
    String id,
    String state,
    String at,
    String by,
    String callVersion,
    Optional<String> department,
    Optional<RulingView> ruling)
    implements RulingAnswer {

  /**
   * A person's ruling.
   *
   * @param confirmedBy the second person; null where one sufficed
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RulingView(
      String ruling, String reason, String clause, Optional<String> confirmedBy) {
    static RulingView of(Ruling ruling) {
      return new RulingView(
          ruling.kind().name(), ruling.reason(), ruling.clause(), ruling.confirmedBy());
    }
  }

  static DecisionView of(Decision decision, WebOffice office) {
    return new DecisionView(
        decision.id(),
        decision.state().name(),
        office.at(decision.asOf()),
        decision.ruling().map(Ruling::by).orElse(Act.MACHINE),
        decision.callVersion().value(),
        decision.department(),
        decision.ruling().map(RulingView::of));
  }
}
