package cn.baosong.web.page;

import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Failures;
import cn.baosong.desk.Failures.Failure;
import cn.baosong.desk.Page;
import cn.baosong.desk.UnitRegister;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 失败与重试: what did not get through, why, and another try. */
@Controller
class FailuresPage {
  private static final int ROWS = 100;

  private final Failures failures;
  private final UnitRegister register;

  FailuresPage(Failures failures, UnitRegister register) {
    this.failures = failures;
    this.register = register;
  }

  /**
   * @param next when it is tried again by itself; empty when it waits for a person
   */
  record Row(
      String id,
      Failures.Step step,
      String subject,
      int tries,
      boolean parked,
      String reason,
      Optional<Instant> next) {
    static Row of(Failure failure) {
      return new Row(
          failure.id(),
          failure.step(),
          failure.subject(),
          failure.tries(),
          failure.parked(),
          Masking.text(failure.reason()),
          failure.nextTry());
    }
  }

  @GetMapping("/failures")
  String list(
      @RequestParam(required = false) @Nullable String step,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Optional<Failures.Step> of =
        Arrays.stream(Failures.Step.values()).filter(s -> s.name().equals(step)).findFirst();
    Page<Failure> page =
        failures.list(of, new Window(ROWS, Cursor.read(Optional.ofNullable(cursor))));
    model.addAttribute("failures", page.items().stream().map(Row::of).toList());
    model.addAttribute("steps", Failures.Step.values());
    model.addAttribute("step", of.orElse(null));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("registry", register.faults().stream().limit(ROWS).toList());
    model.addAttribute("doubts", register.warnings().stream().limit(ROWS).toList());
    model.addAttribute("hand", viewer.is(Role.CLERK) || viewer.is(Role.ADMIN));
    return "failures";
  }

  @PostMapping("/failures/{id}/retry")
  String retry(
      @PathVariable String id, @AuthenticationPrincipal Viewer viewer, RedirectAttributes next) {
    boolean there = failures.retry(id, new Act(Act.Kind.FAILURE_RETRIED, viewer.name(), ""));
    Told.done(next, there ? "failures.again" : "failures.gone");
    return "redirect:/failures";
  }
}
