package cn.baosong.web.page.dossier;

import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 成批复核: a second person looks at many rulings with their reasons and letters, then confirms them,
 * each on its own.
 */
@Controller
class ConfirmationsPage {
  private final Opened opened;
  private final Records records;
  private final PendingRulings pending;
  private final RulingDesk desk;

  ConfirmationsPage(Opened opened, Records records, PendingRulings pending, RulingDesk desk) {
    this.opened = opened;
    this.records = records;
    this.pending = pending;
    this.desk = desk;
  }

  /** A dossier and the ruling on it that was shown. */
  private record Meant(Dossier dossier, String id) {}

  @PostMapping(path = "/dossiers/confirmations", params = "preview")
  String preview(
      BulkForm form, Wanted wanted, @AuthenticationPrincipal Viewer viewer, Model model) {
    List<Dossier> meant = meant(form, wanted, viewer).limit(BulkPage.MOST + 1L).toList();
    List<ConfirmRow> rows =
        meant.stream().limit(BulkPage.MOST).map(dossier -> row(dossier, viewer)).toList();
    model.addAttribute("rows", rows);
    model.addAttribute("ready", rows.stream().filter(ConfirmRow::isReady).count());
    model.addAttribute("most", BulkPage.MOST);
    model.addAttribute("more", meant.size() > BulkPage.MOST);
    return "dossiers-second";
  }

  /**
   * @param rulings random id of each dossier and of the ruling that was shown, with {@code @}
   *     between
   */
  @PostMapping("/dossiers/confirmations")
  String confirm(
      @RequestParam(name = "ruling", required = false) @Nullable List<String> rulings,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    List<String> named = rulings == null ? List.of() : rulings;
    told.addFlashAttribute(
        "results",
        named.stream()
            .distinct()
            .limit(BulkPage.MOST)
            .flatMap(written -> shown(written, viewer).stream())
            .map(one -> confirmed(one, viewer))
            .toList());
    return "redirect:/dossiers/confirmations";
  }

  @GetMapping("/dossiers/confirmations")
  String results(Model model) {
    return model.containsAttribute("results") ? "dossiers-ruled" : "redirect:/dossiers?second=true";
  }

  private Stream<Dossier> meant(BulkForm form, Wanted wanted, Viewer viewer) {
    return form.meansAll()
        ? records
            .dossiers(wanted.filter(viewer).awaiting(true), Window.first(BulkPage.MOST + 1))
            .items()
            .stream()
        : form.named().stream().map(chosen -> opened.by(chosen.publicId(), viewer));
  }

  private ConfirmRow row(Dossier dossier, Viewer viewer) {
    Optional<PendingRuling> waiting =
        pending
            .latest(dossier.number())
            .filter(ruling -> ruling.state() == PendingRuling.State.AWAITS_SECOND_PERSON);
    if (waiting.isEmpty()) {
      return new ConfirmRow(
          BulkRow.refused(
              dossier,
              dossier.version(),
              Refusal.conflict("id", "本卷没有待复核的决定。", "No ruling on it awaits a second person.")),
          waiting);
    }
    try {
      RulingDesk.Preview after =
          desk.previewConfirmation(dossier.number(), waiting.get().id(), viewer.name());
      return new ConfirmRow(
          BulkRow.done(
              dossier, dossier.version(), Optional.of(after.after().state()), after.letter()),
          waiting);
    } catch (Refusal refusal) {
      return new ConfirmRow(BulkRow.refused(dossier, dossier.version(), refusal), waiting);
    }
  }

  private Optional<Meant> shown(String written, Viewer viewer) {
    int at = written.lastIndexOf('@');
    return at < 1
        ? Optional.empty()
        : Optional.of(
            new Meant(opened.by(written.substring(0, at), viewer), written.substring(at + 1)));
  }

  private BulkRow confirmed(Meant one, Viewer viewer) {
    Dossier before = one.dossier();
    try {
      return BulkRow.done(
          before,
          before.version(),
          Optional.of(desk.confirm(before.number(), one.id(), viewer.name()).state()),
          Optional.empty());
    } catch (Refusal refusal) {
      return BulkRow.refused(before, before.version(), refusal);
    } catch (StaleRecord other) {
      return BulkRow.refused(before, before.version(), BulkPage.changed());
    }
  }
}
