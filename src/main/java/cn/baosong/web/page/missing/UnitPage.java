package cn.baosong.web.page.missing;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Contacts;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One unit in one call: what was said with it, and the form that notes a conversation (电话催报). */
@Controller
class UnitPage {
  private final MissingUnits missing;
  private final ReminderDesk desk;
  private final Contacts contacts;
  private final WebOffice office;

  UnitPage(MissingUnits missing, ReminderDesk desk, Contacts contacts, WebOffice office) {
    this.missing = missing;
    this.desk = desk;
    this.contacts = contacts;
    this.office = office;
  }

  @GetMapping("/missing/unit")
  String unit(
      @RequestParam String call,
      @RequestParam String unit,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    shown(call(call), code(unit), viewer, model);
    model.addAttribute("spoken", SpokenForm.EMPTY);
    return "missing-unit";
  }

  @PostMapping("/missing/contacts")
  String note(
      @RequestParam String call,
      @RequestParam String unit,
      SpokenForm spoken,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told) {
    CallId id = call(call);
    UnitCode code = code(unit);
    try {
      desk.note(
          new ReminderDesk.Spoken(
              id,
              code,
              at(spoken),
              MissingForm.said(spoken.with()).orElse(""),
              MissingForm.said(spoken.words()).orElse("")),
          viewer.name());
    } catch (Refusal refusal) {
      shown(id, code, viewer, model);
      model.addAttribute("spoken", spoken);
      model.addAttribute("wrong", refusal);
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return "missing-unit";
    }
    told.addFlashAttribute("done", "missing.noted");
    told.addAttribute("call", id.value());
    told.addAttribute("unit", code.value());
    return "redirect:/missing/unit";
  }

  private void shown(CallId call, UnitCode unit, Viewer viewer, Model model) {
    MissingUnits.Line line = missing.line(call, unit);
    Call live = missing.of(call).call();
    model.addAttribute("call", live);
    model.addAttribute("unit", line.unit());
    model.addAttribute("row", MissingPage.row(line, live));
    model.addAttribute("closing", line.closing().orElse(null));
    model.addAttribute("contacts", contacts.of(call, unit));
    model.addAttribute("reminders", contacts.reminders(call, unit));
    model.addAttribute("hand", viewer.is(Role.CLERK));
  }

  private Instant at(SpokenForm spoken) {
    Optional<String> typed = MissingForm.said(spoken.at());
    try {
      return typed
          .map(t -> LocalDateTime.parse(t).atZone(office.zone()).toInstant())
          .orElseGet(() -> office.clock().instant());
    } catch (DateTimeException strange) {
      throw Refusal.invalid("at", "联系时间的写法不对。", "The time is malformed.");
    }
  }

  private static CallId call(String written) {
    return new MissingForm(written, null, null, null)
        .id()
        .orElseThrow(() -> Refusal.notFound("call", "没有这份通知。", "There is no such call."));
  }

  private static UnitCode code(String written) {
    try {
      return new UnitCode(written);
    } catch (IllegalArgumentException strange) {
      throw Refusal.notFound("unit", "没有这个单位。", "There is no such unit.");
    }
  }
}
