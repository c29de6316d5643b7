package cn.baosong.web.page.dossier;

import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.RulingDesk;
import cn.baosong.web.Viewer;
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
  private final DossierSenders senders;
  private final PaperHalf paper;

  DossierPage(Opened opened, DossierSheets sheets, DossierSenders senders, PaperHalf paper) {
    this.opened = opened;
    this.sheets = sheets;
    this.senders = senders;
    this.paper = paper;
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
    paper.show(dossier, viewer, model);
    model.addAttribute("form", form);
    model.addAttribute("kinds", Ruling.Kind.values());
    model.addAttribute("grounds", Grounds.of(sheet.view(), sheet.call().stream().toList()));
    if (!model.containsAttribute("wrong")) {
      model.addAttribute("wrong", Map.of());
    }
    return "dossier";
  }
}
