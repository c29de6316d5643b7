package cn.baosong.web.page.missing;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.notice.Letter;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.MissingUnits.Line;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.web.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 催报 to one unit, a selection, or all that match: first what it would come to, then a result for
 * each. Each is a letter of its own, so that one that cannot be written holds up no other.
 */
@Controller
class RemindPage {
  /** Units in one go. */
  static final int MOST = 500;

  private final MissingUnits missing;
  private final ReminderDesk desk;

  RemindPage(MissingUnits missing, ReminderDesk desk) {
    this.missing = missing;
    this.desk = desk;
  }

  @PostMapping(path = "/missing/reminders", params = "preview")
  String preview(RemindForm form, MissingForm wanted, Model model) {
    CallId call = call(wanted);
    List<RemindRow> rows =
        rows(form, wanted, call, unit -> desk.preview(call, unit, form.isAgain()));
    model.addAttribute("form", form);
    model.addAttribute("wanted", wanted);
    model.addAttribute("call", missing.of(call).call());
    model.addAttribute("rows", rows);
    model.addAttribute("ready", rows.stream().filter(r -> r.letter().isPresent()).count());
    model.addAttribute("late", rows.stream().anyMatch(RemindRow::again));
    model.addAttribute("pause", desk.pause().toDays());
    model.addAttribute("most", MOST);
    return "missing-remind";
  }

  @PostMapping("/missing/reminders")
  String remind(
      RemindForm form,
      MissingForm wanted,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    CallId call = call(wanted);
    RemindForm named = new RemindForm(form.chosen(), false, form.again());
    told.addFlashAttribute(
        "results",
        rows(named, wanted, call, unit -> desk.remind(call, unit, form.isAgain(), viewer.name())));
    told.addAttribute("call", call.value());
    return "redirect:/missing/reminders";
  }

  @GetMapping("/missing/reminders")
  String results(MissingForm wanted, Model model) {
    model.addAttribute("wanted", wanted);
    return model.containsAttribute("results") ? "missing-reminded" : "redirect:/missing";
  }

  private List<RemindRow> rows(
      RemindForm form, MissingForm wanted, CallId call, Function<UnitCode, Letter> letter) {
    return meant(form, wanted, call).limit(MOST).map(unit -> row(call, unit, letter)).toList();
  }

  private Stream<UnitCode> meant(RemindForm form, MissingForm wanted, CallId call) {
    return form.meansAll()
        ? missing.of(call).matching(wanted.filter()).stream().map(line -> line.unit().code())
        : form.named().stream();
  }

  private RemindRow row(CallId call, UnitCode unit, Function<UnitCode, Letter> letter) {
    Line line = missing.line(call, unit);
    MissingRow row = MissingRow.of(line, line.kind());
    try {
      return RemindRow.written(line, row, letter.apply(unit));
    } catch (Refusal refusal) {
      return RemindRow.refused(row, refusal);
    }
  }

  private static CallId call(MissingForm wanted) {
    return Optional.of(wanted)
        .flatMap(MissingForm::id)
        .orElseThrow(() -> Refusal.notFound("call", "没有这份通知。", "There is no such call."));
  }
}
