package cn.baosong.web.page.queue;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.QueueDesk;
import cn.baosong.desk.Queues;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.StaleRecord;
import cn.baosong.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an officer does in the own queue; each answer is told on the queue's page. */
@Controller
class QueueActs {
  private final QueueDesk desk;
  private final Queues queues;

  QueueActs(QueueDesk desk, Queues queues) {
    this.desk = desk;
    this.queues = queues;
  }

  @PostMapping("/queues/{department}/claim")
  String claim(
      @PathVariable String department,
      @RequestParam String dossier,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    OwnQueues.mustServe(viewer, department);
    return does(
        department,
        told,
        "queue.claimed",
        dossier,
        () -> desk.claim(department, number(dossier), viewer.name()));
  }

  @PostMapping("/queues/{department}/return")
  String giveBack(
      @PathVariable String department,
      @RequestParam String dossier,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    OwnQueues.mustServe(viewer, department);
    return does(
        department,
        told,
        "queue.returned",
        dossier,
        () -> desk.giveBack(department, number(dossier), viewer.name(), reason));
  }

  /** Hands over what was chosen, and shows the list that both sides sign. */
  @PostMapping("/queues/{department}/handover")
  String handOver(
      @PathVariable String department,
      @RequestParam(required = false) @Nullable List<String> dossier,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    OwnQueues.mustServe(viewer, department);
    List<DossierNumber> chosen =
        Optional.ofNullable(dossier).orElse(List.of()).stream().map(QueueActs::number).toList();
    try {
      List<QueueDesk.Handed> handed = desk.handOver(department, chosen, viewer.name(), to);
      told.addFlashAttribute("kept", handed.stream().flatMap(h -> h.refusal().stream()).toList());
      return handed.stream()
          .filter(h -> h.refusal().isEmpty())
          .flatMap(h -> queues.find(h.dossier()).stream())
          .findFirst()
          .map(entry -> "redirect:/queues/" + department + "/handed/" + entry.since())
          .orElse("redirect:/queues/" + department);
    } catch (Refusal refused) {
      told.addFlashAttribute("kept", List.of(refused));
      return "redirect:/queues/" + department + "?state=CLAIMED";
    }
  }

  private static String does(
      String department, RedirectAttributes told, String done, String dossier, Runnable act) {
    try {
      act.run();
      told.addFlashAttribute("did", done);
      told.addFlashAttribute("about", dossier);
    } catch (Refusal refused) {
      told.addFlashAttribute("kept", List.of(refused));
    } catch (StaleRecord raced) {
      told.addFlashAttribute(
          "kept",
          List.of(
              Refusal.conflict(
                  "dossier", "他人刚刚动过这份卷宗，请看过变化后再办。", "Somebody else has just acted on it.")));
    }
    return "redirect:/queues/" + department;
  }

  private static DossierNumber number(String written) {
    try {
      return new DossierNumber(written);
    } catch (IllegalArgumentException strange) {
      throw Refusal.notFound("dossier", "没有这份卷宗。", "There is no such dossier.");
    }
  }
}
