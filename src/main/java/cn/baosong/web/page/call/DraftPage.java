package cn.baosong.web.page.call;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.draft.CallCheck;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.Draft;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.Edition;
import cn.baosong.desk.draft.PublishingDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 草稿与复核: what would change, what it would change, and the second person's decision. */
@Controller
class DraftPage {
  private final DraftDesk desk;
  private final PublishingDesk publishing;
  private final Calls calls;
  private final Records records;
  private final TrialPage trials;

  DraftPage(
      DraftDesk desk, PublishingDesk publishing, Calls calls, Records records, TrialPage trials) {
    this.desk = desk;
    this.publishing = publishing;
    this.calls = calls;
    this.records = records;
    this.trials = trials;
  }

  @GetMapping("/calls/{id}/draft")
  String show(@PathVariable String id, @AuthenticationPrincipal Viewer viewer, Model model) {
    CallId call = Ids.read(id);
    DraftDesk.Look look = desk.look(call);
    if (look.draft().isEmpty()) {
      return "redirect:/calls" + (calls.find(call).isPresent() ? "/" + call : "");
    }
    Draft draft = look.draft().orElseThrow();
    CallCheck check = desk.check(call, draft.files());
    model.addAttribute("id", call.value());
    model.addAttribute("call", calls.find(call).orElse(null));
    model.addAttribute("look", look);
    model.addAttribute("draft", draft);
    model.addAttribute("check", check);
    model.addAttribute("near", publishing.near(call, check.call()));
    model.addAttribute(
        "diffs",
        FileDiff.of(
            look.standing().map(CallFiles::editable).map(Map::copyOf).orElse(Map.of()),
            draft.files()));
    model.addAttribute(
        "events", records.timelines(Set.of(draft.id())).getOrDefault(draft.id(), List.of()));
    model.addAttribute("hand", viewer.is(Role.ADMIN));
    model.addAttribute("author", draft.authors().contains(viewer.name()));
    trials.put(call, viewer, model);
    return "call-draft";
  }

  @PostMapping("/calls/{id}/review")
  String submit(
      @PathVariable String id,
      @RequestParam String seen,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    return done(
        id, "draft.submitted", c -> desk.submit(c, Edition.read(seen), viewer.name()), next);
  }

  @PostMapping("/calls/{id}/withdrawal")
  String withdraw(
      @PathVariable String id,
      @RequestParam String seen,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    return done(
        id, "draft.withdrawn", c -> desk.withdraw(c, Edition.read(seen), viewer.name()), next);
  }

  /**
   * @param near confirms that the rules change shortly before a deadline
   */
  @PostMapping("/calls/{id}/publication")
  String publish(
      @PathVariable String id,
      @RequestParam String seen,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean near,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next)
      throws InterruptedException {
    CallId call = Ids.read(id);
    try {
      publishing.publish(
          call, new PublishingDesk.Publishing(Edition.read(seen), reason, near), viewer.name());
      Told.done(next, "draft.published");
      return "redirect:/calls/" + call;
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
      next.addFlashAttribute("reason", reason);
      return "redirect:/calls/" + call + "/draft";
    }
  }

  private static String done(
      String id, String told, Consumer<CallId> act, RedirectAttributes next) {
    CallId call = Ids.read(id);
    try {
      act.accept(call);
      Told.done(next, told);
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
    } catch (StaleRecord raced) {
      Told.refused(next, changed());
    }
    return "redirect:/calls/" + call + "/draft";
  }

  private static Refusal changed() {
    return Refusal.conflict(
        "", "草稿刚被他人改动，请看过再办。", "Someone has just changed the draft; look again.");
  }
}
