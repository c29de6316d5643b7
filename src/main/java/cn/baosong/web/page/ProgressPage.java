package cn.baosong.web.page;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import cn.baosong.desk.Shares;
import cn.baosong.desk.Shares.Share;
import cn.baosong.web.Registry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 办理情况: how much is decided without a person, and why the rest waits. */
@Controller
class ProgressPage {
  private final Shares shares;
  private final Registry registry;

  ProgressPage(Shares shares, Registry registry) {
    this.shares = shares;
    this.registry = registry;
  }

  /**
   * A call, or all of them together.
   *
   * @param call id for links; empty for all
   * @param bars width of each hand's part of a bar of a thousand, from the left
   */
  public record Row(String call, String title, Share share, List<Bar> bars) {
    /** How many wait only to be judged. */
    public long unjudged() {
      return share.of(Handling.WAITING, DossierState.RECEIVED);
    }
  }

  /** A part of a bar. */
  public record Bar(Handling hand, long from, long width) {}

  @GetMapping("/progress")
  String progress(Model model) {
    Map<CallId, Share> calls = shares.byCall();
    model.addAttribute("overall", row("", "", Share.sum(calls.values())));
    model.addAttribute(
        "rows",
        calls.entrySet().stream()
            .map(of -> row(of.getKey().value(), title(of.getKey()), of.getValue()))
            .toList());
    return "progress";
  }

  private String title(CallId call) {
    return registry.call(Optional.of(call)).map(c -> c.heading().title()).orElse(call.value());
  }

  private static Row row(String call, String title, Share share) {
    long total = Math.max(1, share.total());
    long machine = 1000 * share.of(Handling.MACHINE) / total;
    long person = 1000 * share.of(Handling.PERSON) / total;
    long waiting = share.total() == 0 ? 0 : 1000 - machine - person;
    return new Row(
        call,
        title,
        share,
        List.of(
            new Bar(Handling.MACHINE, 0, machine),
            new Bar(Handling.PERSON, machine, person),
            new Bar(Handling.WAITING, machine + person, waiting)));
  }
}
