package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.Trial;
import cn.baosong.desk.draft.TrialDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the draft of a call, or else its folder, makes of everything that is stored of it. */
@RestController
@RequestMapping("/api/v1/calls/{id}/trial")
@Tag(name = "calls")
class TrialResource {
  private final TrialDesk trials;
  private final DraftDesk drafts;
  private final WebOffice office;

  TrialResource(TrialDesk trials, DraftDesk drafts, WebOffice office) {
    this.trials = trials;
    this.drafts = drafts;
    this.office = office;
  }

  /** Begins a trial and answers at once; ask again how far it is. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  TrialView begin(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
    return view(trials.begin(drafts.loading(CallShow.known(id)), viewer.name()), viewer);
  }

  /** The trial that runs, or the last one. */
  @GetMapping
  TrialView progress(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
    return view(last(CallShow.known(id)), viewer);
  }

  /** Ends it; what it found so far stays. */
  @DeleteMapping
  TrialView cancel(@PathVariable String id, @AuthenticationPrincipal Viewer viewer) {
    CallId call = CallShow.known(id);
    trials.cancel(call);
    return view(last(call), viewer);
  }

  private Trial last(CallId call) {
    return trials
        .of(call)
        .orElseThrow(
            () -> Refusal.notFound("id", "这份通知还没有试算过。", "No trial of this call has been begun."));
  }

  private TrialView view(Trial trial, Viewer viewer) {
    boolean opens = viewer.is(Role.CLERK) || viewer.is(Role.AUDITOR);
    boolean outdated = !trial.edition().equals(drafts.look(trial.call()).edition());
    return new TrialView(
        trial.call().value(),
        trial.state().name(),
        trial.by(),
        office.at(trial.begun()),
        outdated,
        trial.of(),
        trial.alike(),
        trial.sum(),
        trial.lines().stream().map(line -> TrialLine.of(line, opens)).toList());
  }
}
