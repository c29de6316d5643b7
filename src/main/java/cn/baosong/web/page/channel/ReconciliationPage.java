package cn.baosong.web.page.channel;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.Probe;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.ChannelShow;
import cn.baosong.web.api.ChannelShow.SourceView;
import cn.baosong.web.page.Told;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 对账: per channel whether it lives, what it holds, and what of that is not registered. */
@Controller
class ReconciliationPage {
  private final ChannelDesk desk;
  private final ChannelShow channels;

  ReconciliationPage(ChannelDesk desk, ChannelShow channels) {
    this.desk = desk;
    this.channels = channels;
  }

  @GetMapping("/reconciliation")
  String list(@AuthenticationPrincipal Viewer viewer, Model model) {
    List<SourceView> sources = channels.all();
    model.addAttribute("sources", sources);
    model.addAttribute("failed", count(sources, "FAILED"));
    model.addAttribute("warned", count(sources, "WARNED"));
    model.addAttribute("missing", sources.stream().mapToLong(SourceView::missing).sum());
    model.addAttribute("hand", viewer.is(Role.CLERK) || viewer.is(Role.ADMIN));
    return "reconciliation";
  }

  private static long count(List<SourceView> sources, String level) {
    return sources.stream().filter(source -> source.level().equals(level)).count();
  }

  /** Writes to ourselves at once; when it is there, the page shows how long it took. */
  @PostMapping("/reconciliation/probe")
  String probe(
      @RequestParam String source,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    Optional<Probe> sent = desk.probe(source, viewer.name());
    boolean left = sent.filter(probe -> probe.failure().isEmpty()).isPresent();
    Told.done(next, left ? "reconciliation.probed" : "reconciliation.unprobed");
    return "redirect:/reconciliation";
  }

  @PostMapping("/reconciliation/refetch")
  String refetch(
      @RequestParam String source,
      @RequestParam String key,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes next) {
    boolean known = desk.refetch(source, key, viewer.name());
    Told.done(next, known ? "reconciliation.fetching" : "reconciliation.gone");
    return "redirect:/reconciliation";
  }
}
