package cn.baosong.web.page.submission;

import cn.baosong.desk.AssignmentDesk;
import cn.baosong.web.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 认领: says whose deliveries are and which call they answer, for one or for many. */
@Controller
class AssignmentPage {
  private final Assignments assignments;

  AssignmentPage(Assignments assignments) {
    this.assignments = assignments;
  }

  @GetMapping("/assignments")
  String form(@ModelAttribute AssignmentForm form, Model model) {
    return shown(form, Map.of(), model);
  }

  @PostMapping("/assignments")
  String bind(
      @ModelAttribute AssignmentForm form,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      RedirectAttributes told) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (form.chosen().isEmpty()) {
      faults.put("s", "assign.wrong.none");
    }
    Optional<AssignmentDesk.Binding> binding = assignments.read(form, faults);
    if (binding.isEmpty()) {
      return shown(form, faults, model);
    }
    List<Assignments.Result> results =
        assignments.bind(form.chosen(), binding.get(), viewer.name());
    told.addFlashAttribute("results", results);
    return results.size() == 1 && results.get(0).refused().isEmpty()
        ? "redirect:/submissions/" + results.get(0).publicId()
        : "redirect:/assignments/done";
  }

  /** What became of each; asked for again, it knows nothing more. */
  @GetMapping("/assignments/done")
  String done(Model model) {
    if (!model.containsAttribute("results")) {
      model.addAttribute("results", List.of());
    }
    return "assigned";
  }

  private String shown(AssignmentForm form, Map<String, String> faults, Model model) {
    model.addAttribute("assign", assignments.shown(form.chosen()));
    model.addAttribute("typed", form);
    model.addAttribute("faults", faults);
    return "assignments";
  }
}
