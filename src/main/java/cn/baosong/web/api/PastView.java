package cn.baosong.web.api;

import cn.baosong.core.check.Finding;
import cn.baosong.core.decision.Decision;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A decision with what it rested on. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PastView(
    DecisionView decision, List<FindingView> findings, List<ComparisonView> comparisons) {

  static PastView of(Decision decision, WebOffice office) {
    return new PastView(
        DecisionView.of(decision, office),
        decision.findings().stream().filter(Finding::isTold).map(FindingView::of).toList(),
        decision.findings().stream().flatMap(f -> ComparisonView.of(f).stream()).toList());
  }
}
