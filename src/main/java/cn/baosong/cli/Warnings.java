package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Parent;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.desk.Calls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a notice leaves unsaid or says oddly: its author is told, and nothing is hindered. */
record Warnings(Call call, Calls all, WorkingDays days) {

  /** One sentence in both languages. */
  record Warning(String zh, String en) {}

  List<Warning> found() {
    List<Warning> found = new ArrayList<>();
    heading(found);
    call.deadlines().stream()
        .map(deadline -> new Day(deadline.date(), deadline.dateInferred()))
        .distinct()
        .forEach(day -> found.addAll(of(day)));
    if (!call.lateness().isStated()) {
      found.add(
          new Warning(
              "通知没有写逾期后果：迟到的一律转人工", "no consequence of lateness is stated: a person decides"));
    }
    List<String> mailboxes = call.admission().mailboxes();
    if (mailboxes.size() > 1) {
      String named = String.join("、", mailboxes);
      found.add(new Warning("有效信箱不止一个：" + named, "more than one mailbox counts: " + named));
    }
    call.parent().flatMap(this::of).ifPresent(found::add);
    return found;
  }

  private record Day(LocalDate date, boolean inferred) {}

  private void heading(List<Warning> found) {
    if (call.heading().number().isEmpty()) {
      found.add(new Warning("文号未载明", "the notice has no number"));
    }
    if (call.heading().date().isEmpty()) {
      found.add(new Warning("日期未载明", "the notice has no date"));
    }
    if (call.heading().issuerInferred()) {
      found.add(new Warning("发文机关是推断的", "the issuer is inferred"));
    }
  }

  private List<Warning> of(Day day) {
    List<Warning> found = new ArrayList<>();
    if (day.inferred()) {
      found.add(
          new Warning(
              "截止日 " + day.date() + " 的年份是补上的，通知没有写",
              "the year of " + day.date() + " is inferred, the notice prints none"));
    }
    days.workingDayFrom(day.date())
        .filter(next -> !next.equals(day.date()))
        .map(
            next ->
                new Warning(
                    "截止日 " + day.date() + " 是休息日，下一个工作日是 " + next,
                    day.date() + " is a day off, the next working day is " + next))
        .ifPresent(found::add);
    return found;
  }

  private Optional<Warning> of(Parent parent) {
    Optional<Call> above = all.find(parent.call());
    if (above.isEmpty()) {
      return Optional.of(
          new Warning(
              "上级通知 " + parent.call() + " 不在这里：不显示上限和逐级收件",
              "the parent " + parent.call() + " is not here: no limit and no chain are shown"));
    }
    return parent
        .kind()
        .filter(kind -> !above.get().admission().kinds().containsKey(kind))
        .map(
            kind ->
                new Warning(
                    "上级通知 " + parent.call() + " 没有单位类别 " + kind,
                    "the parent " + parent.call() + " knows no kind " + kind));
  }
}
