package cn.baosong.web.page.sender;

import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.SenderBinding;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Senders;
import cn.baosong.desk.Units;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.SenderShow;
import cn.baosong.web.page.Cursor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 来信地址: the addresses whose mails wait, and those that clerks found to speak for units. */
@Controller
class SenderPages {
  private static final int WAITING = 20;
  private static final int KNOWN = 50;
  private static final int COMPLETED = 1000;

  private final Senders senders;
  private final SenderShow show;
  private final Units units;
  private final WebOffice office;

  SenderPages(Senders senders, SenderShow show, Units units, WebOffice office) {
    this.senders = senders;
    this.show = show;
    this.units = units;
    this.office = office;
  }

  @GetMapping("/senders")
  String waiting(
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    return waiting(SenderForm.at(cursor), Map.of(), viewer, model);
  }

  /**
   * @param typed what was typed and will not do; empty fields where nothing was
   * @param faults what is wrong with it, by field
   */
  String waiting(SenderForm typed, Map<String, String> faults, Viewer viewer, Model model) {
    Page<Senders.Waiting> page =
        senders.waiting(new Window(WAITING, Cursor.read(SenderForm.said(typed.cursor()))));
    model.addAttribute("waiting", page.map(show::of).items());
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
    model.addAttribute("units", units.all().stream().map(Unit::name).limit(COMPLETED).toList());
    model.addAttribute("now", office.clock().instant().toString());
    return shared(viewer, model, "senders");
  }

  @GetMapping("/senders/known")
  String known(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Optional<String> words = SenderForm.said(q);
    Optional<Unit> unit = words.flatMap(units::match);
    Filters.OfSenders filter =
        new Filters.OfSenders(
            words.filter(w -> unit.isEmpty()).map(Sender::key),
            unit.map(Unit::code),
            Optional.empty());
    Page<SenderBinding> page =
        senders.list(filter, new Window(KNOWN, Cursor.read(SenderForm.said(cursor))));
    model.addAttribute("bindings", page.map(show::of).items());
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("q", words.orElse(""));
    model.addAttribute("registered", words.map(w -> show.registered(w, unit)).orElse(null));
    return shared(viewer, model, "senders-known");
  }

  private String shared(Viewer viewer, Model model, String template) {
    model.addAttribute("count", senders.waiting());
    model.addAttribute("hand", viewer.is(Role.CLERK));
    return template;
  }
}
