package cn.baosong.web.page;

import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Failures;
import cn.baosong.desk.Failures.Failure;
import cn.baosong.desk.Page;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.UnitRegister;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private static final int SHOWN = 20;

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

  /** What the list is narrowed to, as it was typed. */
  public record Asked(@Nullable String step, @Nullable String cause, @Nullable String parked) {
    public boolean isParked() {
      return parked != null && !parked.isEmpty();
    }

    /** A step that is none narrows nothing; nothing is done to all for it. */
    boolean isOdd() {
      return step != null && !step.isEmpty() && filter().step().isEmpty();
    }

    Failures.Filter filter() {
      return new Failures.Filter(
          Arrays.stream(Failures.Step.values()).filter(s -> s.name().equals(step)).findFirst(),
          Optional.ofNullable(cause).map(String::strip).filter(words -> !words.isEmpty()),
          isParked(),
          Set.of());
    }
  }

  @GetMapping("/failures")
  String list(
      Asked asked,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Failures.Filter filter = asked.filter();
    Page<Failure> page =
        failures.list(filter, new Window(ROWS, Cursor.read(Optional.ofNullable(cursor))));
    model.addAttribute("asked", asked);
    model.addAttribute("failures", page.items().stream().map(Row::of).toList());
    model.addAttribute("steps", Failures.Step.values());
    model.addAttribute("step", filter.step().orElse(null));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("registry", register.faults().stream().limit(ROWS).toList());
    model.addAttribute("doubts", register.warnings().stream().limit(ROWS).toList());
    model.addAttribute("hand", viewer.is(Role.CLERK) || viewer.is(Role.ADMIN));
    return "failures";
  }

  /** How many it would be, and which, before anything is done. */
  @GetMapping("/failures/retry")
  String preview(Asked asked, Model model) {
    Page<Failure> page = failures.list(asked.filter(), Window.first(Window.MOST));
    model.addAttribute("asked", asked);
    model.addAttribute("step", asked.filter().step().orElse(null));
    model.addAttribute("count", page.items().size());
    model.addAttribute("more", page.next().isPresent());
    model.addAttribute("some", page.items().stream().limit(SHOWN).map(Row::of).toList());
    return "failures-retry";
  }

  @PostMapping("/failures/retry")
  String retryAll(
      Asked asked,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    if (asked.isOdd()) {
      throw Refusal.notFound("step", "没有这个步骤。", "There is no such step.");
    }
    if (reason.isBlank()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("wrong", "failures.noreason");
      return preview(asked, model);
    }
    Act act = new Act(Act.Kind.FAILURE_RETRIED, viewer.name(), reason.strip());
    next.addFlashAttribute("retried", failures.retryAll(asked.filter(), act));
    return "redirect:/failures";
  }

  @PostMapping("/failures/{id}/retry")
  String retry(
      @PathVariable String id, @AuthenticationPrincipal Viewer viewer, RedirectAttributes next) {
    boolean there = failures.retry(id, new Act(Act.Kind.FAILURE_RETRIED, viewer.name(), ""));
    Told.done(next, there ? "failures.again" : "failures.gone");
    return "redirect:/failures";
  }
}
