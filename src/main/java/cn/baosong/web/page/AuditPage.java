package cn.baosong.web.page;

import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Act;
import cn.baosong.desk.AuditTrail;
import cn.baosong.desk.ChainDesk;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records.Event;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审计: who did what, when and why; and the proof that nothing was taken out of it. */
@Controller
class AuditPage {
  private static final int ROWS = 100;

  /** A short journal is read within it; of a long one the page says how far it is. */
  private static final Duration WAIT = Duration.ofSeconds(3);

  private final AuditTrail trail;
  private final ChainDesk chain;

  AuditPage(AuditTrail trail, ChainDesk chain) {
    this.trail = trail;
    this.chain = chain;
  }

  /** What the list is narrowed to, as it was typed. */
  record Asked(@Nullable String kind, @Nullable String actor, @Nullable String subject) {
    Filters.OfEvents filter() {
      return new Filters.OfEvents(
          Arrays.stream(Act.Kind.values()).filter(k -> k.name().equals(kind)).findFirst(),
          written(actor),
          written(subject));
    }

    private static Optional<String> written(@Nullable String text) {
      return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }
  }

  @GetMapping("/audit")
  String list(Asked asked, @RequestParam(required = false) @Nullable String cursor, Model model) {
    Page<Event> page =
        trail.events(asked.filter(), new Window(ROWS, Cursor.read(Optional.ofNullable(cursor))));
    model.addAttribute("chain", chain.state());
    model.addAttribute("asked", asked);
    model.addAttribute("kinds", Act.Kind.values());
    model.addAttribute("events", page.items().stream().map(AuditPage::masked).toList());
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    return "audit";
  }

  private static Event masked(Event event) {
    Act act = event.act();
    return new Event(
        event.seq(),
        event.at(),
        Masking.text(event.subject()),
        new Act(act.kind(), act.by(), Masking.text(act.reason())));
  }

  @PostMapping("/audit/chain")
  String prove(@AuthenticationPrincipal Viewer viewer) throws InterruptedException {
    chain.prove(viewer.name(), WAIT);
    return "redirect:/audit";
  }
}
