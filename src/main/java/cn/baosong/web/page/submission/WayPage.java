package cn.baosong.web.page.submission;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Failures;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.Event;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Routes;
import cn.baosong.desk.Window;
import cn.baosong.desk.route.Passage;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Times;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The way of a submission through the routes: every step that the journal proves, of the package,
 * its people and its letters, and what has failed and is tried again.
 */
@Controller
class WayPage {
  /** It writes the receipt as well, in the transaction that gives the number. */
  private static final String RECEPTION = "register-submission";

  private final Records records;
  private final Mailings mailings;
  private final Failures failures;
  private final Routes routes;
  private final Times times;

  WayPage(Records records, Mailings mailings, Failures failures, Routes routes, Times times) {
    this.records = records;
    this.mailings = mailings;
    this.failures = failures;
    this.routes = routes;
    this.times = times;
  }

  /**
   * A step that was taken.
   *
   * @param proof its number in the journal; empty until it is on disk there
   * @param about whom or what it concerned; empty for the package itself
   * @param route that took it; empty where a person did
   */
  public record Step(
      Optional<Long> proof,
      String at,
      String kind,
      String about,
      Optional<String> route,
      boolean runs,
      String by,
      String reason) {}

  /** A step that failed. */
  public record Stuck(
      String id, String step, String about, int tries, boolean parked, String reason) {}

  @GetMapping("/submissions/{publicId}/way")
  String way(@PathVariable String publicId, @AuthenticationPrincipal Viewer viewer, Model model) {
    Submission submission =
        records
            .submissionByPublicId(publicId)
            .orElseThrow(() -> Refusal.notFound("", "没有这份报送。", "There is no such submission."));
    Set<String> receipts = new HashSet<>();
    Map<String, String> subjects = subjects(submission, receipts);
    model.addAttribute("publicId", publicId);
    model.addAttribute("number", submission.number().value());
    model.addAttribute("steps", steps(subjects, receipts));
    model.addAttribute("stuck", stuck(submission, subjects));
    model.addAttribute("hand", viewer.is(Role.CLERK));
    return "way";
  }

  /** What the journal writes of it under, and whom or what that is for a reader. */
  private Map<String, String> subjects(Submission submission, Set<String> receipts) {
    Map<String, String> subjects = new LinkedHashMap<>();
    subjects.put(submission.number().value(), "");
    Filters.OfDossiers people =
        new Filters.OfDossiers(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(submission.number()),
            Optional.empty());
    for (Dossier dossier : records.dossiers(people, Window.first(Window.MOST)).items()) {
      subjects.put(dossier.number().value(), dossier.number().value());
    }
    Filters.OfLetters letters =
        new Filters.OfLetters(Optional.of(submission.number()), Optional.empty(), Optional.empty());
    Map<String, String> titles = new LinkedHashMap<>();
    for (Letter letter : records.letters(letters, Window.first(Window.MOST)).items()) {
      titles.put(letter.id(), letter.title());
      if (letter.kind() == LetterKind.RECEIPT) {
        receipts.add(letter.id());
      }
    }
    subjects.putAll(titles);
    mailings
        .ofLetters(titles.keySet())
        .forEach(
            (letter, sent) ->
                sent.forEach(
                    entry -> subjects.put(entry.mailing().id(), titles.getOrDefault(letter, ""))));
    return subjects;
  }

  private List<Step> steps(Map<String, String> subjects, Set<String> receipts) {
    Set<String> running = routes.expected().keySet();
    return records.timelines(subjects.keySet()).entrySet().stream()
        .flatMap(of -> of.getValue().stream().map(event -> Map.entry(of.getKey(), event)))
        .sorted(
            Comparator.comparing((Map.Entry<String, Event> each) -> each.getValue().at())
                .thenComparing(each -> each.getValue().seq().orElse(Long.MAX_VALUE)))
        .map(
            each ->
                step(each.getValue(), subjects.getOrDefault(each.getKey(), ""), running, receipts))
        .toList();
  }

  private Step step(Event event, String about, Set<String> running, Set<String> receipts) {
    boolean receipt =
        event.act().kind() == Act.Kind.LETTER_WRITTEN && receipts.contains(event.subject());
    Optional<String> route = Passage.of(event.act()).map(id -> receipt ? RECEPTION : id);
    return new Step(
        event.seq(),
        times.moment(event.at()),
        event.act().kind().name(),
        about,
        route,
        route.filter(running::contains).isPresent(),
        event.act().by(),
        Masking.text(event.act().reason()));
  }

  private List<Stuck> stuck(Submission submission, Map<String, String> subjects) {
    Map<String, String> all = new LinkedHashMap<>(subjects);
    if (submission.call().isPresent() && submission.unit().isPresent()) {
      String unit = submission.call().get().value() + "/" + submission.unit().get().value();
      all.put(unit, unit);
    }
    Failures.Filter filter =
        new Failures.Filter(
            Optional.empty(),
            Optional.empty(),
            false,
            all.keySet().stream().collect(Collectors.toUnmodifiableSet()));
    return failures.list(filter, Window.first(Window.MOST)).items().stream()
        .map(
            each ->
                new Stuck(
                    each.id(),
                    each.step().name(),
                    all.getOrDefault(each.subject(), ""),
                    each.tries(),
                    each.parked(),
                    Masking.text(each.reason())))
        .toList();
  }
}
