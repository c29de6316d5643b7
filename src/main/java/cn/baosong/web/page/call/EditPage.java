package cn.baosong.web.page.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.draft.CallCheck;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.PublishingDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor: a text area a file, and beside it what the check says. */
@Controller
class EditPage {
  private final DraftDesk desk;
  private final PublishingDesk publishing;
  private final Calls calls;

  EditPage(DraftDesk desk, PublishingDesk publishing, Calls calls) {
    this.desk = desk;
    this.publishing = publishing;
    this.calls = calls;
  }

  /**
   * @param from the call that a new one begins as a copy of; left out, it begins blank
   */
  @GetMapping("/calls/{id}/edit")
  String open(
      @PathVariable String id, @RequestParam(required = false) @Nullable String from, Model model) {
    CallId call = Ids.read(id);
    DraftDesk.Look look = desk.look(call);
    Map<String, String> texts = look.texts().orElseGet(() -> desk.begun(Optional.ofNullable(from)));
    String reason = look.draft().map(draft -> draft.reason()).orElse("");
    return show(call, new Typed(texts, reason, look.edition().toString()), look, model);
  }

  @PostMapping(path = "/calls/{id}/edit", params = "check")
  String check(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    CallId call = Ids.read(id);
    model.addAttribute("fresh", true);
    return show(call, Typed.of(request), desk.look(call), model);
  }

  @PostMapping("/calls/{id}/edit")
  String save(
      @PathVariable String id,
      HttpServletRequest request,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    CallId call = Ids.read(id);
    Typed typed = Typed.of(request);
    try {
      desk.save(call, typed.writing(), viewer.name());
      Told.done(next, "draft.saved");
      return "redirect:/calls/" + call + "/edit";
    } catch (Refusal refusal) {
      return again(call, typed, refusal, model, response);
    } catch (StaleRecord raced) {
      return again(call, typed, raced(), model, response);
    }
  }

  /** With what was typed; who has been told what changed may save on top of it. */
  private String again(
      CallId call, Typed typed, Refusal refusal, Model model, HttpServletResponse response) {
    boolean conflict = refusal.kind() == Refusal.Kind.CONFLICT;
    response.setStatus((conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
    model.addAttribute("refused", Told.inTheirs(refusal.chinese(), refusal.english()));
    model.addAttribute("wrong", refusal.field());
    DraftDesk.Look look = desk.look(call);
    return show(call, conflict ? typed.seeing(look.edition()) : typed, look, model);
  }

  private String show(CallId id, Typed typed, DraftDesk.Look look, Model model) {
    CallCheck check = checked(id, typed, model);
    Optional<Call> live = calls.find(id);
    model.addAttribute("id", id.value());
    model.addAttribute("call", live.orElse(null));
    model.addAttribute("look", look);
    model.addAttribute("draft", look.draft().orElse(null));
    model.addAttribute("typed", typed);
    model.addAttribute("forms", FileForm.of(typed.files(), check.faults()));
    model.addAttribute("check", check);
    model.addAttribute("near", publishing.near(id, check.call()));
    Map<String, String> before =
        look.standing().map(CallFiles::editable).map(Map::copyOf).orElse(Map.of());
    model.addAttribute("diffs", FileDiff.of(before, typed.files()));
    return "call-edit";
  }

  /** A text that cannot even be checked is told at the top. */
  private CallCheck checked(CallId id, Typed typed, Model model) {
    try {
      return desk.check(id, typed.files());
    } catch (Refusal refusal) {
      model.addAttribute("refused", Told.inTheirs(refusal.chinese(), refusal.english()));
      return CallCheck.broken(List.of());
    }
  }

  private static Refusal raced() {
    return Refusal.conflict(
        "expectedVersion",
        "他人刚刚存了这份通知的草稿。请对照后再存。",
        "Someone else has just saved a draft of this call; compare and save again.");
  }
}
