package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.Elsewhere;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.decision.Decider;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Dossier.Standing;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The season of one unit once more: at each moment at which the office or a person decided
 * something, everything that was there then is assessed. So the order of arrival, terms, windows
 * and rulings bear on the outcome as they did, and rules that have not changed decide nothing
 * otherwise.
 */
final class UnitReplay {
  private final Call call;
  private final Unit unit;
  private final Season.Kept kept;
  private final ReplayDesk.Rules rules;
  private final Map<SubmissionNumber, Submission> deliveries;
  private final Map<DossierNumber, Dossier> now = new TreeMap<>();
  private final Map<DossierNumber, Decision> standing = new HashMap<>();

  UnitReplay(Call call, Unit unit, Season.Kept kept, ReplayDesk.Rules rules) {
    this.call = call.onlyInPlay();
    this.unit = unit;
    this.kept = kept;
    this.rules = rules;
    this.deliveries =
        kept.submissions().stream()
            .collect(Collectors.toMap(Submission::number, Function.identity()));
  }

  Replayed until(Optional<Instant> asOf) {
    TreeSet<Instant> moments = moments();
    asOf.ifPresent(moments::add);
    Optional<Assessment> last = Optional.empty();
    for (Instant moment : moments) {
      file(moment);
      rule(moment);
      if (!now.isEmpty()) {
        last = Optional.of(assess(moment));
      }
    }
    return new Comparison(kept, now, standing).of(unit, last);
  }

  private TreeSet<Instant> moments() {
    return kept.history().values().stream()
        .flatMap(List::stream)
        .map(Decision::asOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A dossier was there when it was first decided, once its delivery had come. */
  private void file(Instant moment) {
    for (Dossier dossier : kept.dossiers()) {
      boolean decided =
          kept.history().getOrDefault(dossier.number(), List.of()).stream()
              .anyMatch(decision -> !decision.asOf().isAfter(moment));
      Submission delivery = deliveries.get(dossier.submission());
      boolean come = delivery != null && !delivery.first().registered().isAfter(moment);
      if (decided && come) {
        now.computeIfAbsent(dossier.number(), number -> asFiled(dossier));
      }
    }
  }

  /** The time that it takes from a delivery it corrects stays: that letter did go out. */
  private static Dossier asFiled(Dossier dossier) {
    DossierState first =
        dossier.paperOnly().isPresent() ? DossierState.AWAITING_ELECTRONIC : DossierState.RECEIVED;
    return dossier.decided(
        new Standing(
            first, false, dossier.timedBy(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** What persons ruled at a moment stands from then on. */
  private void rule(Instant moment) {
    for (Dossier dossier : List.copyOf(now.values())) {
      kept.history().getOrDefault(dossier.number(), List.of()).stream()
          .filter(decision -> decision.ruling().isPresent() && decision.asOf().equals(moment))
          .forEach(decision -> rule(dossier, decision));
    }
  }

  private void rule(Dossier dossier, Decision decision) {
    boolean returned =
        decision.ruling().map(Ruling::kind).filter(Ruling.Kind.RETURN::equals).isPresent();
    Standing before = dossier.standing();
    Standing after =
        new Standing(
            decision.state(),
            true,
            before.timedBy(),
            before.supersedes(),
            decision.department(),
            returned ? Optional.of(termFrom(decision.asOf())) : Optional.empty());
    now.put(dossier.number(), asSent(dossier.decided(after)));
    standing.put(dossier.number(), decision);
  }

  private Correction termFrom(Instant opened) {
    LocalDate day = opened.atZone(rules.zone()).toLocalDate();
    return new Correction(
        opened,
        rules.workingDays().in(call.office().region()).plusWorkingDays(day, call.correctionTerm()));
  }

  private Assessment assess(Instant moment) {
    Assessment assessment = rules.checks().assess(facts(moment));
    for (Judged judged : new Decider().decide(assessment, standing).judged()) {
      if (judged.changed()) {
        DossierNumber number = judged.before().number();
        standing.put(number, judged.decision());
        now.put(number, asSent(judged.before().decided(judged.after())));
      }
    }
    return assessment;
  }

  private UnitCase facts(Instant moment) {
    List<Submission> come =
        kept.submissions().stream()
            .filter(delivery -> !delivery.first().registered().isAfter(moment))
            .toList();
    List<PaperRecord> papers =
        kept.papers().stream()
            .filter(parcel -> !parcel.registered().isAfter(moment))
            .map(Season.Parcel::paper)
            .toList();
    Set<String> elsewhere =
        kept.elsewhere().entrySet().stream()
            .filter(key -> !key.getValue().isAfter(moment))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    // What units recommend together is only ever remarked on: it changes no verdict.
    Elsewhere others = new Elsewhere(elsewhere, List.of());
    List<Scan> scans =
        kept.scans().stream().filter(scan -> !scan.registered().isAfter(moment)).toList();
    return new CaseFile(unit, come, new ArrayList<>(now.values()), papers, scans, others)
        .under(call, rules.calendar(), moment);
  }

  /** A term runs from the day on which its letter left, which only the stored dossier knows. */
  private Dossier asSent(Dossier dossier) {
    Optional<Correction> sent =
        kept.dossiers().stream()
            .filter(stored -> stored.number().equals(dossier.number()))
            .flatMap(stored -> stored.correction().stream())
            .filter(
                term ->
                    dossier.correction().filter(t -> t.opened().equals(term.opened())).isPresent())
            .findFirst();
    Standing as = dossier.standing();
    return sent.isEmpty()
        ? dossier
        : dossier.decided(
            new Standing(
                as.state(), as.ruled(), as.timedBy(), as.supersedes(), as.department(), sent));
  }
}
