package cn.baosong.web.api;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.Deadline;
import cn.baosong.web.api.CallsResource.FaultView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A call as it is live.
 *
 * @param number of the document; null: 未载明
 * @param faults why the folder as it stands does not take effect
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallDetail(
    String id,
    String version,
    String title,
    String issuer,
    Optional<String> number,
    Optional<String> date,
    List<DeadlineView> deadlines,
    List<String> consequences,
    List<AmbiguityView> ambiguities,
    List<FaultView> faults) {

  /**
   * A deadline with the readings that are in play.
   *
   * @param inferred whether a person supplied the year
   */
  record DeadlineView(
      String part, String date, boolean inferred, List<String> basis, String clause) {
    static DeadlineView of(Deadline deadline) {
      return new DeadlineView(
          deadline.part().name(),
          deadline.date().toString(),
          deadline.dateInferred(),
          deadline.basis().stream().sorted().map(Enum::name).toList(),
          deadline.clause().words());
    }
  }

  static CallDetail of(Call call, List<CallFault> faults) {
    return new CallDetail(
        call.id().value(),
        call.version().value(),
        call.heading().title(),
        call.heading().issuer(),
        call.heading().number(),
        call.heading().date().map(Object::toString),
        call.deadlines().stream().map(DeadlineView::of).toList(),
        call.lateness().consequences().stream().map(Enum::name).toList(),
        call.ambiguities().stream().map(AmbiguityView::of).toList(),
        faults.stream().map(FaultView::of).toList());
  }
}
