package cn.baosong.web.page.queue;

import cn.baosong.core.call.Department;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 承办队列: what a department has to do, and the list of what it handed over. */
@Controller
class QueuePage {
  private static final int SHOWN = 50;
  private static final List<QueueEntry.State> TABS =
      List.of(
          QueueEntry.State.QUEUED,
          QueueEntry.State.CLAIMED,
          QueueEntry.State.HANDED_OVER,
          QueueEntry.State.RETURNED);

  private final Records records;
  private final OwnQueues queues;
  private final QueueRows rows;

  QueuePage(Records records, OwnQueues queues, QueueRows rows) {
    this.records = records;
    this.queues = queues;
    this.rows = rows;
  }

  /** All queues that the viewer sees; the one queue at once where there is only one. */
  @GetMapping("/queues")
  String all(@AuthenticationPrincipal Viewer viewer, Model model) {
    List<Department> own = queues.of(viewer);
    if (own.size() == 1) {
      return "redirect:/queues/" + own.get(0).id();
    }
    Map<Department, Map<QueueEntry.State, Long>> counts = new LinkedHashMap<>();
    own.forEach(d -> counts.put(d, records.queueCounts(d.id())));
    model.addAttribute("queues", counts);
    model.addAttribute("tabs", TABS);
    return "queues";
  }

  @GetMapping("/queues/{department}")
  String queue(
      @PathVariable String department,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    model.addAttribute("name", queues.name(department, viewer));
    Optional<QueueEntry.State> wanted =
        Arrays.stream(QueueEntry.State.values()).filter(s -> s.name().equals(state)).findFirst();
    Page<Records.QueueLine> page =
        records.queue(
            new Filters.OfQueue(department, wanted),
            new Window(SHOWN, Cursor.read(Optional.ofNullable(cursor))));
    model.addAttribute("department", department);
    model.addAttribute("state", wanted.orElse(null));
    model.addAttribute("counts", records.queueCounts(department));
    model.addAttribute("tabs", TABS);
    model.addAttribute("rows", rows.of(page.items(), viewer));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("serves", viewer.serves(department));
    return "queue";
  }

  /** 移交清单 of what was handed over at one instant. */
  @GetMapping("/queues/{department}/handed/{at}")
  String handed(
      @PathVariable String department,
      @PathVariable String at,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    model.addAttribute("name", queues.name(department, viewer));
    Instant when = instant(at);
    Page<Records.QueueLine> page =
        records.queue(
            new Filters.OfQueue(
                department,
                Optional.of(QueueEntry.State.HANDED_OVER),
                Optional.of(new Filters.Span(when, when.plusMillis(1)))),
            Window.first(Window.MOST));
    if (page.items().isEmpty()) {
      throw Refusal.notFound("", "没有这份清单。", "There is no such list.");
    }
    model.addAttribute("department", department);
    model.addAttribute("at", when);
    model.addAttribute("rows", rows.of(page.items(), viewer));
    return "handover";
  }

  private static Instant instant(String written) {
    try {
      return Instant.parse(written);
    } catch (DateTimeException strange) {
      throw Refusal.notFound("", "没有这份清单。", "There is no such list.");
    }
  }
}
