package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 纸电核对表: paper and data of one candidate on a sheet for the file, numbers masked. */
@Controller
class ComparisonPage {
  private final Opened opened;
  private final DossierSheets sheets;
  private final Crops crops;
  private final WebOffice office;

  ComparisonPage(Opened opened, DossierSheets sheets, Crops crops, WebOffice office) {
    this.opened = opened;
    this.sheets = sheets;
    this.crops = crops;
    this.office = office;
  }

  @GetMapping("/dossiers/{publicId}/comparison")
  String sheet(@PathVariable String publicId, @AuthenticationPrincipal Viewer viewer, Model model) {
    Dossier dossier = opened.by(publicId, viewer);
    model.addAttribute("sheet", sheets.of(dossier, viewer));
    model.addAttribute("crops", crops.of(dossier));
    model.addAttribute("now", office.clock().instant());
    return "comparison";
  }
}
