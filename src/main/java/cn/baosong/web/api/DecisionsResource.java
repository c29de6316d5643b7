package cn.baosong.web.api;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Dossiers;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import io.swagger.v3.oas.annotations.tags.Tag;
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

  @GetMapping("/api/v1/dossiers/{number}/decisions")
  ListBody<PastView> decisions(
      @PathVariable String number, @AuthenticationPrincipal Viewer viewer) {
    Dossier dossier = dossiers.find(Numbered.dossier(number)).orElseThrow(Numbered::nothing);
    if (!viewer.sees(dossier.department())) {
      throw new AccessDeniedException(number);
    }
    return ListBody.whole(
        dossiers.history(dossier.number()).stream().map(d -> PastView.of(d, office)).toList());
  }
}
