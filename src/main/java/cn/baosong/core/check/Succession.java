package cn.baosong.core.check;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which version of each candidate stands (decisions 3, 8).
 *
 * <p>A later, timely, verified delivery takes the place of that candidate's earlier versions,
 * whatever the channel. A late, undetermined or unverified one replaces nothing; both stand then,
 * and the newer goes its own way. A delivery within an open correction term inherits the times of
 * the version it corrects.
 */
public final class Succession {
  private final UnitCase facts;
  private final Deliveries deliveries;
  private final TimeVerdicts verdicts;
  private final Map<DossierNumber, SubmissionNumber> timedBy = new HashMap<>();
  private final Map<DossierNumber, DossierTimes> times = new HashMap<>();
  private final Map<DossierNumber, DossierNumber> successors = new HashMap<>();
  private final Map<DossierNumber, DossierNumber> predecessors = new HashMap<>();
  private final Set<DossierNumber> underCorrection = new HashSet<>();
  private final List<List<Dossier>> lines;

  private Succession(UnitCase facts) {
    this.facts = facts;
    this.deliveries = new Deliveries(facts);
    this.verdicts = new TimeVerdicts(facts);
    this.lines = new CandidateLines(facts, deliveries).all();
  }

  public static Succession of(UnitCase facts) {
    Succession succession = new Succession(facts);
    succession.lines.forEach(succession::follow);
    return succession;
  }

  /** The submission whose receipts count for a dossier. */
  public SubmissionNumber timedBy(Dossier dossier) {
    return timedBy.getOrDefault(dossier.number(), dossier.timedBy());
  }

  public DossierTimes times(Dossier dossier) {
    DossierTimes known = times.get(dossier.number());
    return known == null ? verdicts.of(dossier, timedBy(dossier)) : known;
  }

  /** The version that takes a dossier's place. */
  public Optional<DossierNumber> successor(Dossier dossier) {
    return Optional.ofNullable(successors.get(dossier.number()));
  }

  /** The version whose place a dossier takes. */
  public Optional<DossierNumber> predecessor(Dossier dossier) {
    return Optional.ofNullable(predecessors.get(dossier.number())).or(dossier::supersedes);
  }

  /** The versions of each candidate that neither were replaced nor withdrawn, oldest first. */
  public List<List<Dossier>> standing() {
    return lines.stream()
        .map(line -> line.stream().filter(this::stands).toList())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The dossiers that the checks examine: those of which anything electronic has come. */
  List<Dossier> examined() {
    return standing().stream()
        .flatMap(List::stream)
        .filter(d -> d.paperOnly().isEmpty())
        .sorted(Comparator.comparing(Dossier::number))
        .toList();
  }

  /** All versions of the candidate of a dossier, this one too. */
  List<Dossier> line(Dossier dossier) {
    return lines.stream()
        .filter(line -> line.stream().anyMatch(d -> d.number().equals(dossier.number())))
        .findFirst()
        .orElse(List.of(dossier));
  }

  /** Whether an earlier version of the candidate has a correction term. */
  boolean isUnderCorrection(Dossier dossier) {
    return underCorrection.contains(dossier.number());
  }

  boolean isVerified(Dossier dossier) {
    return deliveries.isVerified(dossier.submission());
  }

  private boolean stands(Dossier dossier) {
    return dossier.state() != DossierState.SUPERSEDED && !successors.containsKey(dossier.number());
  }

  private void follow(List<Dossier> line) {
    List<Dossier> earlier = new ArrayList<>();
    for (Dossier dossier : line) {
      inherit(dossier, earlier);
      times.put(dossier.number(), verdicts.of(dossier, timedBy(dossier)));
      if (isFirm(dossier)) {
        replace(dossier, earlier);
      }
      earlier.add(dossier);
    }
  }

  private void inherit(Dossier dossier, List<Dossier> earlier) {
    SubmissionNumber own = dossier.timedBy();
    for (Dossier returned : earlier) {
      if (deliveries.isUnderCorrection(returned)) {
        underCorrection.add(dossier.number());
      }
      if (dossier.timedBy().equals(dossier.submission()) && deliveries.answers(dossier, returned)) {
        own = timedBy(returned);
      }
    }
    timedBy.put(dossier.number(), own);
  }

  private void replace(Dossier dossier, List<Dossier> earlier) {
    for (Dossier old : earlier) {
      if (old.submission().equals(dossier.submission())) {
        continue;
      }
      predecessors.put(dossier.number(), old.number());
      if (old.state().counts()) {
        successors.put(old.number(), dossier.number());
      }
    }
  }

  private boolean isFirm(Dossier dossier) {
    if (dossier.paperOnly().isPresent()) {
      return false;
    }
    return switch (dossier.state()) {
      case REJECTED, SUPERSEDED, WITHDRAWN -> false;
      case ACCEPTED -> dossier.ruled() || isTimelyAndVerified(dossier);
      case RECEIVED, AWAITING_PAPER, AWAITING_ELECTRONIC, IN_REVIEW, RETURNED ->
          isTimelyAndVerified(dossier);
    };
  }

  private boolean isTimelyAndVerified(Dossier dossier) {
    return isVerified(dossier) && times(dossier).isFirm();
  }

  UnitCase facts() {
    return facts;
  }
}
