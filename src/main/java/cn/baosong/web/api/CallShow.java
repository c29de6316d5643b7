package cn.baosong.web.api;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.draft.CallFiles;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.night.FreezeDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.CallsResource.FaultView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows a call with its files, its past and what is drafted of it. */
@Component
class CallShow {
  private final Calls calls;
  private final CallFaults faults;
  private final CallHistory history;
  private final DraftDesk drafts;
  private final FreezeDesk freeze;
  private final WebOffice office;

  CallShow(
      Calls calls,
      CallFaults faults,
      CallHistory history,
      DraftDesk drafts,
      FreezeDesk freeze,
      WebOffice office) {
    this.calls = calls;
    this.faults = faults;
    this.history = history;
    this.drafts = drafts;
    this.freeze = freeze;
    this.office = office;
  }

  /** Its entity tag says what the viewer has seen. */
  ResponseEntity<CallDetail> show(CallId id, Viewer viewer) {
    Optional<Call> live = calls.find(id);
    DraftDesk.Look look = drafts.look(id);
    if (live.isEmpty() && look.standing().isEmpty() && look.draft().isEmpty()) {
      throw none(id.value());
    }
    return ResponseEntity.ok()
        .eTag("\"" + look.edition() + "\"")
        .body(detail(id, live, look, viewer));
  }

  private CallDetail detail(CallId id, Optional<Call> live, DraftDesk.Look look, Viewer viewer) {
    boolean reads = viewer.is(Role.CLERK) || viewer.is(Role.AUDITOR) || viewer.is(Role.ADMIN);
    List<CallFault> found = faults.faults().getOrDefault(id.value(), List.of());
    return new CallDetail(
        id.value(),
        live.map(Call::version).map(CallVersion::value),
        look.edition().toString(),
        live.map(CallDetail.NoticeText::of).orElse(CallDetail.NoticeText.NONE),
        found.stream().map(FaultView::of).toList(),
        look.standing().map(CallFiles::texts).orElse(Map.of()),
        look.standing().map(CallFiles::hidden).orElse(List.of()),
        history.of(id).stream().map(e -> CallDetail.VersionView.of(e, office)).toList(),
        live.flatMap(freeze::until).map(office::at),
        freeze.of(id).map(held -> HeldView.of(held, office)),
        look.draft().filter(d -> reads).map(d -> DraftView.of(d, look.stale(), office)));
  }

  static CallId known(String id) {
    try {
      return new CallId(id);
    } catch (IllegalArgumentException nonsense) {
      throw none(id);
    }
  }

  static Refusal none(String id) {
    return Refusal.notFound("id", "没有在办的通知“" + id + "”。", "There is no live call " + id + ".");
  }
}
