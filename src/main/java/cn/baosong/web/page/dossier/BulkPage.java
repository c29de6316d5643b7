package cn.baosong.web.page.dossier;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One ruling for a selection, or for all that match: first what it would come to, then a result for
 * each. Each is a ruling of its own, so that one that cannot be entered holds up no other.
 */
@Controller
class BulkPage {
  /** Dossiers in one go. */
  static final int MOST = 200;

  private final Opened opened;
  private final Records records;
  private final RulingDesk desk;
  private final Calls calls;

  BulkPage(Opened opened, Records records, RulingDesk desk, Calls calls) {
    this.opened = opened;
    this.records = records;
    this.desk = desk;
    this.calls = calls;
  }

  /** One dossier and the version of it that is ruled on. */
  private record Meant(Dossier dossier, int seen) {}

  @PostMapping(path = "/dossiers/rulings", params = "preview")
  String preview(
      BulkForm form, Wanted wanted, @AuthenticationPrincipal Viewer viewer, Model model) {
    return look(form, wanted, viewer, model);
  }

  @PostMapping("/dossiers/rulings")
  String rule(
      BulkForm form,
      Wanted wanted,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      RedirectAttributes told) {
    if (form.meansAll() || !form.on(0).missing().isEmpty()) {
      return look(form, wanted, viewer, model);
    }
    told.addFlashAttribute(
        "results",
        meant(form, wanted, viewer)
            .limit(MOST)
            .map(
                one ->
                    row(
                        one,
                        m -> {
                          RulingDesk.Ruled ruled =
                              desk.rule(
                                  m.dossier().number(),
                                  form.on(m.seen()).by(viewer.name()),
                                  m.seen());
                          return BulkRow.done(
                              m.dossier(),
                              m.seen(),
                              ruled.decision().map(Decision::state),
                              Optional.empty());
                        }))
            .toList());
    return "redirect:/dossiers/rulings";
  }

  @GetMapping("/dossiers/rulings")
  String results(Model model) {
    return model.containsAttribute("results") ? "dossiers-ruled" : "redirect:/dossiers";
  }

  private String look(BulkForm form, Wanted wanted, Viewer viewer, Model model) {
    List<Meant> meant = meant(form, wanted, viewer).limit(MOST + 1L).toList();
    Map<String, String> missing = form.on(0).missing();
    model.addAttribute("form", form);
    model.addAttribute("missing", missing);
    model.addAttribute("departments", departments());
    model.addAttribute("kinds", Ruling.Kind.values());
    model.addAttribute("most", MOST);
    model.addAttribute("more", meant.size() > MOST);
    model.addAttribute(
        "rows",
        meant.stream()
            .limit(MOST)
            .map(
                one ->
                    missing.isEmpty()
                        ? row(one, m -> previewed(m, form, viewer))
                        : BulkRow.done(
                            one.dossier(),
                            one.seen(),
                            Optional.of(one.dossier().state()),
                            Optional.empty()))
            .toList());
    return "dossiers-bulk";
  }

  private BulkRow previewed(Meant one, BulkForm form, Viewer viewer) {
    RulingDesk.Preview preview =
        desk.preview(one.dossier().number(), form.on(one.seen()).by(viewer.name()), one.seen());
    BulkRow row =
        BulkRow.done(
            one.dossier(), one.seen(), Optional.of(preview.after().state()), preview.letter());
    return preview.second() ? row.bySecond() : row;
  }

  private static BulkRow row(Meant one, Function<Meant, BulkRow> ruled) {
    try {
      return ruled.apply(one);
    } catch (Refusal refusal) {
      return BulkRow.refused(one.dossier(), one.seen(), refusal);
    } catch (StaleRecord other) {
      return BulkRow.refused(one.dossier(), one.seen(), changed());
    }
  }

  static Refusal changed() {
    return Refusal.conflict("", "他人刚刚改动了本卷，请重新打开再决定。", "Someone else has just changed it.");
  }

  private Stream<Meant> meant(BulkForm form, Wanted wanted, Viewer viewer) {
    if (!form.meansAll()) {
      return form.named().stream()
          .map(chosen -> new Meant(opened.by(chosen.publicId(), viewer), chosen.seen()));
    }
    return records.dossiers(wanted.filter(viewer), Window.first(MOST + 1)).items().stream()
        .map(dossier -> new Meant(dossier, dossier.version()));
  }

  private Map<String, String> departments() {
    Map<String, String> names = new TreeMap<>();
    calls.live().forEach(c -> c.departments().forEach(d -> names.putIfAbsent(d.id(), d.name())));
    return names;
  }
}
