package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.FormCutter;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pictures of single cells; one with an identity number is shown once, to whoever says why. */
@Controller
class CropsPage {
  private final Opened opened;
  private final Crops crops;
  private final Audit audit;

  CropsPage(Opened opened, Crops crops, Audit audit) {
    this.opened = opened;
    this.crops = crops;
    this.audit = audit;
  }

  @GetMapping(
      "/dossiers/{publicId}/crops/{scan:[0-9A-Za-z-]{1,80}}/{cell:[0-9]{1,3}}/{side:paper|form}.png")
  ResponseEntity<byte[]> picture(
      @PathVariable String publicId,
      @PathVariable String scan,
      @PathVariable String cell,
      @PathVariable String side,
      @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    Crop crop = crops.find(opened.by(publicId, viewer), scan, cell);
    if (crop.withheld()) {
      throw Refusal.notFound(
          "", "证件号码图像须说明理由后查看。", "A picture of an identity number is shown with a reason.");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .body(crops.picture(crop, side.equals("paper") ? FormCutter.PAPER : FormCutter.FORM));
  }

  @PostMapping("/dossiers/{publicId}/crops/{scan:[0-9A-Za-z-]{1,80}}/{cell:[0-9]{1,3}}")
  String show(
      @PathVariable String publicId,
      @PathVariable String scan,
      @PathVariable String cell,
      @RequestParam String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told)
      throws IOException {
    Dossier dossier = opened.by(publicId, viewer);
    Crop crop = crops.find(dossier, scan, cell);
    if (reason.isBlank()) {
      told.addFlashAttribute("done", "dossier.revealfirst");
    } else {
      audit.note(
          dossier.number().value(),
          new Act(Act.Kind.IDENTITY_SHOWN, viewer.name(), reason.strip()));
      told.addFlashAttribute(
          "shownCrops",
          List.of(crops.inline(crop, FormCutter.PAPER), crops.inline(crop, FormCutter.FORM)));
    }
    return "redirect:/dossiers/" + publicId;
  }
}
