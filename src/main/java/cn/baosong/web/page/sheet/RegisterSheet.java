package cn.baosong.web.page.sheet;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.DossierLine;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Window;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 收件登记表: what was received of a call between two days, in the order of its receipt. */
@Controller
class RegisterSheet {
  /** More lines than anybody prints at once. */
  private static final int MOST = 2000;

  private final Records records;
  private final Calls calls;
  private final Registry registry;
  private final WebOffice office;

  RegisterSheet(Records records, Calls calls, Registry registry, WebOffice office) {
    this.records = records;
    this.calls = calls;
    this.registry = registry;
    this.office = office;
  }

  /**
   * One delivery.
   *
   * @param people names of its candidates
   */
  public record Line(SubmissionLine submission, String unit, String file, List<String> people) {}

  @GetMapping("/register")
  String register(
      @RequestParam(required = false) @Nullable String call,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Model model) {
    LocalDate today = office.clock().instant().atZone(office.zone()).toLocalDate();
    LocalDate first = day(from).orElse(today);
    LocalDate last = day(to).filter(d -> !d.isBefore(first)).orElse(first);
    Optional<CallId> wanted =
        calls.live().stream().map(c -> c.id()).filter(id -> id.value().equals(call)).findFirst();
    List<SubmissionLine> found = found(wanted, first, last.plusDays(1));
    model.addAttribute("calls", calls.live());
    model.addAttribute("call", wanted.map(CallId::value).orElse(""));
    model.addAttribute("callTitle", registry.call(wanted).map(c -> c.heading().title()).orElse(""));
    model.addAttribute("from", first);
    model.addAttribute("to", last);
    model.addAttribute("lines", lines(found));
    model.addAttribute("cut", found.size() >= MOST);
    model.addAttribute("now", office.clock().instant());
    return "register";
  }

  private List<SubmissionLine> found(Optional<CallId> call, LocalDate first, LocalDate end) {
    Filters.OfSubmissions filter =
        new Filters.OfSubmissions(
            Optional.empty(),
            call,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(start(first)),
            Optional.of(start(end)));
    List<SubmissionLine> all = new ArrayList<>();
    Optional<Place> after = Optional.empty();
    do {
      Page<SubmissionLine> page = records.submissions(filter, new Window(Window.MOST, after));
      all.addAll(page.items());
      after = page.next();
    } while (after.isPresent() && all.size() < MOST);
    Collections.reverse(all);
    return all;
  }

  private List<Line> lines(List<SubmissionLine> found) {
    Map<SubmissionNumber, List<DossierLine>> people =
        records.dossiersOf(found.stream().map(SubmissionLine::number).toList());
    return found.stream()
        .map(
            s ->
                new Line(
                    s,
                    registry.unit(s.unit()).map(u -> u.name()).orElse(""),
                    s.sealed() ? "" : Masking.text(s.arrival().name()),
                    people.getOrDefault(s.number(), List.of()).stream()
                        .map(d -> Masking.text(d.candidate()))
                        .toList()))
        .toList();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(office.zone()).toInstant();
  }

  private static Optional<LocalDate> day(@Nullable String written) {
    try {
      return Optional.ofNullable(written).filter(w -> !w.isBlank()).map(LocalDate::parse);
    } catch (DateTimeException strange) {
      return Optional.empty();
    }
  }
}
