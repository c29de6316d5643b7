package cn.baosong.web.page.call;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.HeldEdits;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.night.FreezeDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Told;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody lets an edit take effect although a deadline is near. */
@Controller
class HeldPage {
  private final FreezeDesk desk;

  HeldPage(FreezeDesk desk) {
    this.desk = desk;
  }

  /**
   * @param version of the edit that the person had before the eyes
   */
  @PostMapping("/calls/{id}/confirmation")
  String confirm(
      @PathVariable String id,
      @RequestParam String version,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next)
      throws InterruptedException {
    CallId call = Ids.read(id);
    try {
      CallVersion seen = new CallVersion(version);
      desk.confirm(call, seen, reason, viewer.name());
      if (seen.equals(HeldEdits.Held.REMOVAL)) {
        Told.done(next, "freeze.ended");
        return "redirect:/calls";
      }
      Told.done(next, "freeze.confirmed");
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
    }
    return "redirect:/calls/" + call;
  }
}
