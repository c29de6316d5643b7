package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.web.Viewer;
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

  DossierPage(Opened opened, DossierSheets sheets) {
    this.opened = opened;
    this.sheets = sheets;
  }

  @GetMapping("/dossiers/{publicId}")
  String dossier(
      @PathVariable String publicId, @AuthenticationPrincipal Viewer viewer, Model model) {
    Dossier dossier = opened.by(publicId, viewer);
    model.addAttribute("sheet", sheets.of(dossier, viewer));
    model.addAttribute("rules", false);
    model.addAttribute("stops", viewer.is(Role.CLERK));
    model.addAttribute("whole", viewer.is(Role.CLERK) || viewer.is(Role.AUDITOR));
    return "dossier";
  }
}
