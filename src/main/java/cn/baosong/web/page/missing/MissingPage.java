package cn.baosong.web.page.missing;

import cn.baosong.core.call.Call;
import cn.baosong.core.check.Closing;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.MissingUnits.Line;
import cn.baosong.desk.MissingUnits.Overview;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Cursor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 未报送单位: per call, which units have not delivered yet. */
@Controller
class MissingPage {
  private static final int ROWS = 50;

  private final MissingUnits missing;
  private final ReminderDesk desk;
  private final Calls calls;
  private final Records records;

  MissingPage(MissingUnits missing, ReminderDesk desk, Calls calls, Records records) {
    this.missing = missing;
    this.desk = desk;
    this.calls = calls;
    this.records = records;
  }

  @GetMapping("/missing")
  String list(
      MissingForm form,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    List<Call> live = calls.live().stream().sorted(Comparator.comparing(Call::id)).toList();
    model.addAttribute("calls", live);
    model.addAttribute("form", form);
    model.addAttribute("hand", viewer.is(Role.CLERK));
    Optional<Call> call = form.id().flatMap(calls::find).or(() -> live.stream().findFirst());
    if (call.isEmpty()) {
      return "missing-none";
    }
    shown(missing.of(call.get().id()), form, cursor, model);
    return "missing";
  }

  private void shown(Overview all, MissingForm form, @Nullable String cursor, Model model) {
    Page<Line> page =
        all.page(form.filter(), new Window(ROWS, Cursor.read(Optional.ofNullable(cursor))));
    int matching = all.matching(form.filter()).size();
    model.addAttribute("call", all.call());
    model.addAttribute("kindWords", all.call().admission().kinds());
    model.addAttribute("all", all);
    model.addAttribute("rows", page.items().stream().map(l -> row(l, all.call())).toList());
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("matching", matching);
    model.addAttribute("outside", all.lines().size() - matching);
    model.addAttribute("past", isPast(all));
    model.addAttribute("pause", desk.pause().toDays());
    model.addAttribute("most", RemindPage.MOST);
    model.addAttribute(
        "unassigned", records.submissionCounts().getOrDefault(SubmissionState.UNASSIGNED, 0L));
  }

  static MissingRow row(Line line, Call call) {
    return MissingRow.of(line, call.admission().kinds().getOrDefault(line.kind(), line.kind()));
  }

  /** Whether no unit of the call is in time any more by every reading. */
  private static boolean isPast(Overview all) {
    List<Closing> closings = all.lines().stream().flatMap(line -> line.closing().stream()).toList();
    return !closings.isEmpty() && closings.stream().allMatch(c -> c.isPast(all.asOf()));
  }
}
