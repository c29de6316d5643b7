package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.decision.Judgement;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Parts a judgement into letters: one a delivery and kind, in the order of the deliveries. */
final class Batches {
  private final UnitCase facts;
  private final List<Dossier> all;

  private Batches(UnitCase facts, List<Dossier> all) {
    this.facts = facts;
    this.all = all;
  }

  static List<Batch> of(Judgement judgement) {
    UnitCase facts = judgement.assessment().facts();
    List<Dossier> all = judgement.judged().stream().map(j -> Case.of(j).dossier()).toList();
    return new Batches(facts, all)
        .of(judgement.judged().stream().filter(Judged::told).map(Case::of).toList());
  }

  /** The batch of dossiers of one delivery that share a kind of letter. */
  static Optional<Batch> of(Delivery delivery, Call call, List<Case> cases, Background known) {
    String unitKind = delivery.unit().flatMap(unit -> unit.kindIn(call)).orElse("");
    return cases.stream()
        .flatMap(one -> new KindsOf(call, unitKind).letters(one).stream())
        .findFirst()
        .map(
            kind ->
                new Batch(
                    kind,
                    delivery,
                    call,
                    unitKind,
                    cases,
                    List.of(delivery.submission()),
                    known.papers(),
                    cases.stream().map(Case::dossier).toList(),
                    known.revoked()));
  }

  private List<Batch> of(List<Case> changed) {
    KindsOf kinds = new KindsOf(facts.call(), facts.unitKind());
    Map<String, Map<LetterKind, List<Case>>> byDelivery = new TreeMap<>();
    for (Case c : changed) {
      Map<LetterKind, List<Case>> byKind =
          byDelivery.computeIfAbsent(
              c.dossier().submission().value(), number -> new EnumMap<>(LetterKind.class));
      kinds.letters(c).forEach(kind -> byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(c));
    }
    List<Batch> batches = new ArrayList<>();
    byDelivery.values().forEach(byKind -> byKind.forEach((k, c) -> batches.addAll(batch(k, c))));
    return batches;
  }

  /** Nothing when the delivery itself is not among the facts: then there is nobody to answer. */
  private List<Batch> batch(LetterKind kind, List<Case> cases) {
    Optional<Submission> delivery = submission(cases.get(0).dossier().submission());
    Optional<Unit> unit = Optional.of(facts.unit());
    List<Submission> timedBy =
        cases.stream()
            .map(c -> c.dossier().timedBy())
            .distinct()
            .map(number -> facts.submissions().get(number))
            .filter(Objects::nonNull)
            .toList();
    return delivery
        .map(
            submission ->
                new Batch(
                    kind,
                    Delivery.of(submission, Optional.of(facts.call()), unit),
                    facts.call(),
                    facts.unitKind(),
                    cases,
                    timedBy,
                    facts.papers(),
                    all,
                    List.of()))
        .stream()
        .toList();
  }

  private Optional<Submission> submission(SubmissionNumber number) {
    return Optional.ofNullable(facts.submissions().get(number));
  }
}
