package cn.baosong.web.page.call;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.Edition;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Told;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A version that took effect once: how it differs from what stands, and the way back to it. */
@Controller
class VersionPage {
  private final DraftDesk desk;
  private final CallHistory history;
  private final Calls calls;

  VersionPage(DraftDesk desk, CallHistory history, Calls calls) {
    this.desk = desk;
    this.history = history;
    this.calls = calls;
  }

  @GetMapping("/calls/{id}/versions/{version}")
  String show(
      @PathVariable String id,
      @PathVariable String version,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    CallId call = Ids.read(id);
    CallFiles then = desk.former(call, new CallVersion(version)).orElseThrow(() -> Ids.none(id));
    DraftDesk.Look look = desk.look(call);
    Map<String, String> now = look.standing().map(CallFiles::texts).orElse(Map.of());
    model.addAttribute("id", call.value());
    model.addAttribute("call", calls.find(call).orElse(null));
    model.addAttribute("version", then.version().value());
    model.addAttribute("look", look);
    model.addAttribute("diffs", FileDiff.of(now, then.texts()));
    model.addAttribute(
        "entries",
        history.of(call).stream().filter(e -> e.version().equals(then.version())).toList());
    model.addAttribute("hand", viewer.is(Role.ADMIN));
    return "call-version";
  }

  @PostMapping("/calls/{id}/versions/{version}")
  String bringBack(
      @PathVariable String id,
      @PathVariable String version,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    CallId call = Ids.read(id);
    try {
      desk.bringBack(call, new CallVersion(version), Edition.read(seen), reason, viewer.name());
      Told.done(next, "draft.broughtback");
      return "redirect:/calls/" + call + "/draft";
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
      return "redirect:/calls/" + call + "/versions/" + new CallVersion(version);
    }
  }
}
