package cn.baosong.web.page.call;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.Trial;
import cn.baosong.desk.draft.TrialDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.TrialLine;
import cn.baosong.web.page.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 试算: what the draft would have made of everything that is stored. */
@Controller
class TrialPage {
  private final TrialDesk trials;
  private final DraftDesk drafts;

  TrialPage(TrialDesk trials, DraftDesk drafts) {
    this.trials = trials;
    this.drafts = drafts;
  }

  @PostMapping("/calls/{id}/trial")
  String begin(
      @PathVariable String id, @AuthenticationPrincipal Viewer viewer, RedirectAttributes next) {
    CallId call = Ids.read(id);
    try {
      trials.begin(drafts.loading(call), viewer.name());
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
    }
    return "redirect:/calls/" + call + "/draft#trial";
  }

  @PostMapping("/calls/{id}/trial/cancel")
  String cancel(@PathVariable String id) {
    CallId call = Ids.read(id);
    trials.cancel(call);
    return "redirect:/calls/" + call + "/draft#trial";
  }

  /** How far it is, for a page that asks again and again. */
  @GetMapping("/calls/{id}/trial")
  String progress(
      @PathVariable String id,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    CallId call = Ids.read(id);
    if (htmx == null) {
      return "redirect:/calls/" + call + "/draft#trial";
    }
    model.addAttribute("id", call.value());
    model.addAttribute("hand", viewer.is(Role.ADMIN));
    put(call, viewer, model);
    return "call-parts :: trial";
  }

  void put(CallId call, Viewer viewer, Model model) {
    boolean opens = viewer.is(Role.CLERK) || viewer.is(Role.AUDITOR);
    Trial trial = trials.of(call).orElse(null);
    model.addAttribute("trial", trial);
    model.addAttribute(
        "tried",
        trial == null
            ? List.of()
            : trial.lines().stream().map(line -> TrialLine.of(line, opens)).toList());
    model.addAttribute(
        "outdated", trial != null && !trial.edition().equals(drafts.look(call).edition()));
    model.addAttribute("opens", opens);
  }
}
