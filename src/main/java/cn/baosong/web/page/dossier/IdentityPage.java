package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.web.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows an identity number in full, once, and keeps who looked and why. */
@Controller
class IdentityPage {
  private final Opened opened;
  private final Audit audit;

  IdentityPage(Opened opened, Audit audit) {
    this.opened = opened;
    this.audit = audit;
  }

  @PostMapping("/dossiers/{publicId}/identity")
  String show(
      @PathVariable String publicId,
      @RequestParam String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    Dossier dossier = opened.by(publicId, viewer);
    Candidate candidate = dossier.candidate();
    boolean numbered = !candidate.key().equals(candidate.alias());
    if (reason.isBlank() || !numbered) {
      told.addFlashAttribute("done", "dossier.revealfirst");
    } else {
      audit.note(
          dossier.number().value(),
          new Act(Act.Kind.IDENTITY_SHOWN, viewer.name(), reason.strip()));
      told.addFlashAttribute("shown", candidate.key());
    }
    return "redirect:/dossiers/" + publicId;
  }
}
