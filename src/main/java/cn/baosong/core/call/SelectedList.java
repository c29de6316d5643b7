package cn.baosong.core.call;

import java.util.Optional;

/**
 * A list of persons selected before (已入选, 已享受), whom the notice leaves out this time. The office
 * loads it; what it does not hold the unit's own declaration must say.
 *
 * @param id the call's own code of the list, unique among its lists
 * @param title what the list is called
 * @param force what being on it may do: HARD may block, any other asks a person
 * @param exempt whom the list does not concern
 * @param sentence what to tell the unit, in Chinese
 */
public record SelectedList(
    String id,
    String title,
    Force force,
    Optional<Condition> exempt,
    Clause clause,
    String sentence,
    SelectedPeople people) {

  /** The same list with other persons on it. */
  public SelectedList of(SelectedPeople others) {
    return new SelectedList(id, title, force, exempt, clause, sentence, others);
  }
}
