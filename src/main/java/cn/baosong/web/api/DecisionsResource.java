package cn.baosong.web.api;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Dossiers;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Every decision on a dossier, the oldest first: nothing is overwritten. */
@RestController
@Tag(name = "dossiers")
class DecisionsResource {
  private final Dossiers dossiers;
  private final WebOffice office;

  DecisionsResource(Dossiers dossiers, WebOffice office) {
    this.dossiers = dossiers;
    this.office = office;
  }

  /** A decision with what it rested on. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PastView(
      DecisionView decision, List<FindingView> findings, List<ComparisonView> comparisons) {}

  @GetMapping("/api/v1/dossiers/{number}/decisions")
  ListBody<PastView> decisions(
      @PathVariable String number, @AuthenticationPrincipal Viewer viewer) {
    Dossier dossier = dossiers.find(Numbered.dossier(number)).orElseThrow(Numbered::nothing);
    if (!viewer.sees(dossier.department())) {
      throw new AccessDeniedException(number);
    }
    return new ListBody<>(
        dossiers.history(dossier.number()).stream()
            .map(
                decision ->
                    new PastView(
                        DecisionView.of(decision, office),
                        decision.findings().stream()
                            .filter(f -> f.isTold())
                            .map(FindingView::of)
                            .toList(),
                        decision.findings().stream()
                            .flatMap(f -> ComparisonView.of(f).stream())
                            .toList()))
            .toList(),
        java.util.Optional.empty());
  }
}
