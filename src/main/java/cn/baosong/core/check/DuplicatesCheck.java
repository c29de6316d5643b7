package cn.baosong.core.check;

import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same person twice: in one delivery, under another unit, or after a person's refusal. */
final class DuplicatesCheck implements Check {
  @Override
  public CheckName name() {
    return CheckName.DUPLICATES;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    Succession succession = Succession.of(soFar.facts());
    List<Finding> found = new ArrayList<>();
    for (Dossier dossier : succession.examined()) {
      twiceInOneDelivery(dossier, succession).ifPresent(found::add);
      elsewhere(dossier, soFar.facts()).ifPresent(found::add);
      refusedBefore(dossier, succession).ifPresent(found::add);
      beside(dossier, succession).ifPresent(found::add);
    }
    found.addAll(new Lists(succession).findings());
    return found;
  }

  private static Optional<Finding> twiceInOneDelivery(Dossier dossier, Succession succession) {
    return others(dossier, succession).stream()
        .filter(other -> other.submission().equals(dossier.submission()))
        .findFirst()
        .map(
            other ->
                finding(
                    dossier,
                    FindingCode.DUPLICATE_CANDIDATE,
                    Outcome.CORRECT,
                    other.place(),
                    "同一人选在本次报送中出现不止一次，请保留一份后重新报送。"));
  }

  private static Optional<Finding> elsewhere(Dossier dossier, UnitCase facts) {
    return facts.elsewhere().candidates().contains(dossier.candidate().key())
        ? Optional.of(
            finding(
                dossier,
                FindingCode.DUPLICATE_CANDIDATE,
                Outcome.REFER,
                "",
                "该人选另有单位推荐，由工作人员核实后确定推荐渠道。"))
        : Optional.empty();
  }

  /** A machine never accepts what a person has refused. */
  private static Optional<Finding> refusedBefore(Dossier dossier, Succession succession) {
    return succession.line(dossier).stream()
        .filter(d -> !d.number().equals(dossier.number()))
        .filter(d -> d.ruled() && d.state() == DossierState.REJECTED)
        .findFirst()
        .map(
            d ->
                finding(
                    dossier,
                    FindingCode.DUPLICATE_CANDIDATE,
                    Outcome.REFER,
                    d.number().value(),
                    "该人选此前经工作人员决定不予受理，本次报送由工作人员认定。"));
  }

  /** A newer delivery that replaces nothing says which version stands. */
  private static Optional<Finding> beside(Dossier dossier, Succession succession) {
    return others(dossier, succession).stream()
        .filter(other -> !other.submission().equals(dossier.submission()))
        .filter(other -> other.state().counts() && isEarlier(other, dossier, succession))
        .findFirst()
        .map(
            other ->
                finding(
                    dossier,
                    FindingCode.DUPLICATE_CANDIDATE,
                    Outcome.REMARK,
                    other.number().value(),
                    "本次报送不替代此前报送，" + other.number() + "仍然有效。"));
  }

  private static boolean isEarlier(Dossier one, Dossier other, Succession succession) {
    List<Dossier> line = succession.line(other);
    return line.indexOf(one) < line.indexOf(other);
  }

  private static List<Dossier> others(Dossier dossier, Succession succession) {
    return succession.standing().stream()
        .filter(line -> line.contains(dossier))
        .flatMap(List::stream)
        .filter(d -> !d.number().equals(dossier.number()))
        .toList();
  }

  private static Finding finding(
      Dossier dossier, FindingCode code, Outcome outcome, String observed, String sentence) {
    return Subject.of(dossier).finding(code, outcome, Ground.HOUSE, observed, sentence);
  }
}
