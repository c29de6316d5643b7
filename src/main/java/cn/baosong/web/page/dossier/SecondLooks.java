package cn.baosong.web.page.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Department;
import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.notice.Letter;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.RulingDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.PendingRulingView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows a ruling to the second person as whoever proposed it saw it. */
@Component
final class SecondLooks {
  private final PendingRulings pending;
  private final RulingDesk desk;
  private final WebOffice office;

  SecondLooks(PendingRulings pending, RulingDesk desk, WebOffice office) {
    this.pending = pending;
    this.desk = desk;
    this.office = office;
  }

  /** What waits, or what came to nothing and was not followed by another decision. */
  Optional<DossierSheet.Second> of(Dossier dossier, Optional<Call> call, Viewer viewer) {
    return pending
        .latest(dossier.number())
        .filter(ruling -> isToBeTold(ruling, dossier))
        .map(
            ruling ->
                new DossierSheet.Second(
                    PendingRulingView.of(ruling, office),
                    ruling.ruling().by().equals(viewer.name()),
                    letter(ruling),
                    ruling.ruling().department().map(id -> name(id, call))));
  }

  private static boolean isToBeTold(PendingRuling ruling, Dossier dossier) {
    return ruling.state() == PendingRuling.State.AWAITS_SECOND_PERSON
        || (ruling.isGivenUp() && !dossier.ruled() && RulingDesk.mayBeRuled(dossier));
  }

  private Optional<Letter> letter(PendingRuling ruling) {
    if (ruling.closing().isPresent()) {
      return Optional.empty();
    }
    try {
      return desk.preview(ruling.dossier(), ruling.ruling(), ruling.seen()).letter();
    } catch (Refusal noLongerFits) {
      return Optional.empty();
    }
  }

  private static String name(String id, Optional<Call> call) {
    return call.stream()
        .flatMap(c -> c.departments().stream())
        .filter(d -> d.id().equals(id))
        .map(Department::name)
        .findFirst()
        .orElse(id);
  }
}
