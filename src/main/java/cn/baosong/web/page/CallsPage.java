package cn.baosong.web.page;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.SettlementDesk;
import cn.baosong.desk.Settling;
import cn.baosong.desk.draft.Draft;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.call.HeldShow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 通知: which calls are live, what each leaves open, and the office's choice of a reading. */
@Controller
class CallsPage {
  private final Calls calls;
  private final CallFaults faults;
  private final SettlementDesk desk;
  private final DraftDesk drafts;
  private final CallHistory history;
  private final NearDeadlines near;
  private final HeldShow held;

  CallsPage(
      Calls calls,
      CallFaults faults,
      SettlementDesk desk,
      DraftDesk drafts,
      CallHistory history,
      NearDeadlines near,
      HeldShow held) {
    this.calls = calls;
    this.faults = faults;
    this.desk = desk;
    this.drafts = drafts;
    this.history = history;
    this.near = near;
    this.held = held;
  }

  /**
   * @param open how many questions nobody has settled
   * @param faults why its folder as it stands takes no effect
   */
  record Row(Call call, long open, List<CallFault> faults) {}

  @GetMapping("/calls")
  String list(@AuthenticationPrincipal Viewer viewer, Model model) {
    Map<String, List<CallFault>> broken = new TreeMap<>(faults.faults());
    List<Row> rows =
        calls.live().stream()
            .sorted(Comparator.comparing(Call::id))
            .map(call -> row(call, Optional.ofNullable(broken.remove(call.id().value()))))
            .toList();
    model.addAttribute("calls", rows);
    model.addAttribute("never", broken);
    drafted(rows, broken.keySet(), model);
    model.addAttribute("admin", viewer.is(Role.ADMIN));
    return "calls";
  }

  /** The open drafts, and those of calls that have no folder yet. */
  private void drafted(List<Row> rows, Set<String> never, Model model) {
    Map<String, Draft> open =
        drafts.open().stream()
            .collect(Collectors.toMap(draft -> draft.call().value(), draft -> draft));
    Set<String> fresh = new TreeSet<>(open.keySet());
    rows.forEach(row -> fresh.remove(row.call().id().value()));
    fresh.removeAll(never);
    model.addAttribute("drafts", open);
    model.addAttribute("fresh", fresh);
  }

  private static Row row(Call call, Optional<List<CallFault>> faults) {
    long open = call.ambiguities().stream().filter(a -> !a.isSettled()).count();
    return new Row(call, open, faults.orElse(List.of()));
  }

  @GetMapping("/calls/{id}")
  String one(@PathVariable String id, @AuthenticationPrincipal Viewer viewer, Model model) {
    Call call = calls.find(known(id)).orElseThrow(() -> none(id));
    model.addAttribute("call", call);
    model.addAttribute(
        "ambiguities",
        call.ambiguities().stream().sorted(Comparator.comparing(Ambiguity::isSettled)).toList());
    model.addAttribute("faults", faults.faults().getOrDefault(id, List.of()));
    model.addAttribute("draft", drafts.look(call.id()).draft().orElse(null));
    model.addAttribute("versions", history.of(call.id()));
    model.addAttribute("near", near.of(call));
    model.addAttribute("held", held.of(call.id()).orElse(null));
    model.addAttribute("admin", viewer.is(Role.ADMIN));
    model.addAttribute("hand", viewer.is(Role.CLERK) || viewer.is(Role.ADMIN));
    return "call";
  }

  /**
   * @param reading empty to open the question again
   * @param seen version of the call that the person had before the eyes
   */
  @PostMapping("/calls/{id}/settlements")
  String settle(
      @PathVariable String id,
      @RequestParam String ambiguity,
      @RequestParam(defaultValue = "") String reading,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam String seen,
      @RequestParam(defaultValue = "false") boolean confirmed,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    CallId call = known(id);
    try {
      Optional<String> chosen = Optional.of(reading).filter(r -> !r.isEmpty());
      desk.settle(
          call,
          new Settling(ambiguity, chosen, reason, new CallVersion(seen), confirmed),
          viewer.name());
      Told.done(next, chosen.isPresent() ? "calls.settled" : "calls.reopened");
    } catch (Refusal refusal) {
      Told.refused(next, refusal);
    }
    return "redirect:/calls/" + call;
  }

  private static CallId known(String id) {
    try {
      return new CallId(id);
    } catch (IllegalArgumentException nonsense) {
      throw none(id);
    }
  }

  private static Refusal none(String id) {
    return Refusal.notFound("id", "没有在办的通知“" + id + "”。", "There is no live call " + id + ".");
  }
}
