package cn.baosong.web.page.dossier;

import cn.baosong.core.check.ScansOf;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Scan;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Dossiers;
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

  DossierPage(
      Opened opened, DossierSheets sheets, Dossiers dossiers, Scans scans, DossierParcels parcels) {
    this.opened = opened;
    this.sheets = sheets;
    this.dossiers = dossiers;
    this.scans = scans;
    this.parcels = parcels;
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
    model.addAttribute("scans", scansOf(dossier));
    model.addAttribute("parcels", viewer.seesAllDossiers() ? parcels.of(dossier) : List.of());
    model.addAttribute("form", form);
    model.addAttribute("kinds", Ruling.Kind.values());
    model.addAttribute("grounds", Grounds.of(sheet.view(), sheet.call().stream().toList()));
    if (!model.containsAttribute("wrong")) {
      model.addAttribute("wrong", Map.of());
    }
    return "dossier";
  }

  private List<Scan> scansOf(Dossier dossier) {
    return ScansOf.showing(
        dossier,
        dossiers.ofUnit(dossier.call(), dossier.unit()),
        scans.ofUnit(dossier.call(), dossier.unit()));
  }
}
