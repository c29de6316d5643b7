package cn.baosong.web.page.dossier;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.check.ScansOf;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Keyings;
import cn.baosong.core.dossier.Scan;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.KeyingDesk;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.Scans;
import cn.baosong.web.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 卷宗页: everything on one candidate. */
@Controller
class DossierPage {
  private final Opened opened;
  private final DossierSheets sheets;
  private final Dossiers dossiers;
  private final Scans scans;
  private final DossierParcels parcels;
  private final Crops crops;
  private final KeyingDesk keying;
  private final DossierSenders senders;

  DossierPage(
      Opened opened,
      DossierSheets sheets,
      Dossiers dossiers,
      Scans scans,
      DossierParcels parcels,
      Crops crops,
      KeyingDesk keying,
      DossierSenders senders) {
    this.opened = opened;
    this.sheets = sheets;
    this.dossiers = dossiers;
    this.scans = scans;
    this.parcels = parcels;
    this.crops = crops;
    this.keying = keying;
    this.senders = senders;
  }

  @GetMapping("/dossiers/{publicId}")
  String dossier(
      @PathVariable String publicId,
      RulingForm form,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    return show(publicId, form, viewer, model);
  }

  /** The page with a ruling half typed. */
  String show(String publicId, RulingForm form, Viewer viewer, Model model) {
    Dossier dossier = opened.by(publicId, viewer);
    DossierSheet sheet = sheets.of(dossier, viewer);
    boolean clerk = viewer.is(Role.CLERK);
    model.addAttribute("sheet", sheet);
    model.addAttribute("stops", clerk);
    model.addAttribute("rules", clerk && RulingDesk.mayBeRuled(dossier));
    model.addAttribute("whole", viewer.is(Role.CLERK) || viewer.is(Role.AUDITOR));
    model.addAttribute("sender", senders.of(dossier));
    model.addAttribute("scans", scansOf(dossier));
    model.addAttribute("parcels", viewer.seesAllDossiers() ? parcels.of(dossier) : List.of());
    model.addAttribute("crops", crops.of(dossier));
    model.addAttribute("read", crops.scansOf(dossier));
    model.addAttribute("keying", keying(dossier));
    model.addAttribute("form", form);
    model.addAttribute("kinds", Ruling.Kind.values());
    model.addAttribute("grounds", Grounds.of(sheet.view(), sheet.call().stream().toList()));
    if (!model.containsAttribute("wrong")) {
      model.addAttribute("wrong", Map.of());
    }
    return "dossier";
  }

  /**
   * How far two people are with typing the paper.
   *
   * @param asks whether another is wanted
   * @param differing fields that they disagree on
   */
  public record Blind(boolean asks, int times, List<String> differing) {}

  private Blind keying(Dossier dossier) {
    if (!keying.isAsked(dossier)) {
      return new Blind(false, 0, List.of());
    }
    Keyings typed = keying.of(dossier);
    return new Blind(
        typed.open() && dossier.state().isOpen() && !keying.fields(dossier).isEmpty(),
        typed.entries().size(),
        keying.differing(dossier).stream().map(ComparedField::field).toList());
  }

  private List<Scan> scansOf(Dossier dossier) {
    return ScansOf.showing(
        dossier,
        dossiers.ofUnit(dossier.call(), dossier.unit()),
        scans.ofUnit(dossier.call(), dossier.unit()));
  }
}
