package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dossiers and the decisions on them. */
public interface Dossiers {
  Optional<Dossier> find(DossierNumber number);

  /** All dossiers of a unit in a call, older versions too, in the order of their numbers. */
  List<Dossier> ofUnit(CallId call, UnitCode unit);

  /** Which of these candidate keys stand live under other units of the call. */
  Set<String> liveElsewhere(CallId call, UnitCode unit, Collection<String> candidateKeys);

  /** How many candidates the other units of a call have live, by unit and category. */
  List<Tally> tally(CallId call, UnitCode except);

  /** The live candidates of a unit in a category. */
  record Tally(UnitCode unit, Optional<String> category, int candidates) {}

  /**
   * The dossiers that stand (neither superseded nor withdrawn nor rejected) of these candidates in
   * a call, by whatever unit, in the order of their numbers.
   */
  List<Dossier> standingOf(CallId call, Collection<String> candidateKeys);

  /**
   * Saves row and act together. Among the versions of one candidate only one stands accepted: save
   * the superseded one first.
   *
   * @throws StaleRecord when another change was stored since this one was read, or another version
   *     stands accepted
   */
  void save(Dossier dossier, Act act);

  /** Appends a decision; earlier ones stay. */
  void decide(Decision decision, Act act);

  /** The latest decision of each dossier that has one. */
  Map<DossierNumber, Decision> standing(Collection<DossierNumber> dossiers);

  List<Decision> history(DossierNumber dossier);
}
