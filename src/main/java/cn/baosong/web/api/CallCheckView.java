package cn.baosong.web.api;

import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.draft.CallCheck;
import cn.baosong.web.api.CallsResource.FaultView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What {@code check} says, as the command of that name says it.
 *
 * @param version that the call would have; null when it does not load
 * @param ok whether it would take effect
 * @param cases how many of its own cases ran
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallCheckView(
    String call,
    Optional<String> version,
    boolean ok,
    int cases,
    List<FaultView> faults,
    List<CallCheck.Note> warnings,
    List<CallCheck.Open> open) {
  static CallCheckView of(String call, CallCheck check) {
    return new CallCheckView(
        call,
        check.version().map(CallVersion::value),
        check.ok(),
        check.cases(),
        check.faults().stream().map(FaultView::of).toList(),
        check.warnings(),
        check.open());
  }
}
