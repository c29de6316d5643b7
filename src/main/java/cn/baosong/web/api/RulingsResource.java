package cn.baosong.web.api;

import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.RulingDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's decision with its reason, and what a second person says to it. */
@RestController
@Tag(name = "dossiers")
class RulingsResource {
  private final RulingDesk desk;
  private final WebOffice office;

  RulingsResource(RulingDesk desk, WebOffice office) {
    this.desk = desk;
    this.office = office;
  }

  /**
   * @param expectedVersion version of the dossier that the person saw
   */
  record RulingBody(
      @Nullable String ruling,
      @Nullable String reason,
      @Nullable String clause,
      @Nullable String department,
      @Nullable Integer expectedVersion) {}

  @PostMapping("/api/v1/dossiers/{number}/rulings")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RulingAnswer rule(
      @PathVariable String number,
      @RequestBody RulingBody body,
      @AuthenticationPrincipal Viewer viewer) {
    DossierNumber dossier = Numbered.dossier(number);
    Fields fields = new Fields();
    Optional<Ruling.Kind> kind = fields.code("ruling", body.ruling(), Ruling.Kind.class);
    Optional<String> reason = fields.required("reason", body.reason());
    Optional<Integer> seen = fields.present("expectedVersion", body.expectedVersion());
    fields.check();
    Ruling ruling =
        new Ruling(
            kind.orElseThrow(),
            viewer.name(),
            reason.orElseThrow(),
            Fields.optional(body.clause()).orElse(""),
            Fields.optional(body.department()));
    RulingDesk.Ruled ruled = desk.rule(dossier, ruling, seen.orElseThrow());
    return ruled
        .decision()
        .<RulingAnswer>map(decision -> DecisionView.of(decision, office))
        .orElseGet(() -> PendingRulingView.of(ruled.awaiting().orElseThrow(), office));
  }

  /**
   * @param confirm whether the second person agrees
   * @param reason why not
   */
  record ConfirmationBody(@Nullable Boolean confirm, @Nullable String reason) {}

  @PostMapping("/api/v1/dossiers/{number}/rulings/{id}/confirmation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RulingAnswer confirm(
      @PathVariable String number,
      @PathVariable String id,
      @RequestBody ConfirmationBody body,
      @AuthenticationPrincipal Viewer viewer) {
    DossierNumber dossier = Numbered.dossier(number);
    Fields fields = new Fields();
    Optional<Boolean> agrees = fields.present("confirm", body.confirm());
    fields.check();
    if (agrees.orElseThrow()) {
      return DecisionView.of(desk.confirm(dossier, id, viewer.name()), office);
    }
    String reason = Fields.optional(body.reason()).orElse("");
    return PendingRulingView.of(desk.decline(dossier, id, viewer.name(), reason), office);
  }
}
