package cn.baosong.core.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ambiguity of the notice as a named option (domain.md, section 1.9).
 *
 * <p>While it is unsettled every reading is in play, and a case that the readings would decide
 * differently goes to a person.
 *
 * @param id the office's name for it, such as A01
 * @param key the option it sets, such as {@code deadline.dayInclusive}
 * @param question what the notice leaves open, in Chinese
 * @param readings all readings that can be defended
 * @param words the readings as a letter says them, where the author wrote that
 * @param proposed the reading that the author of the call would settle on
 */
public record Ambiguity(
    String id,
    String key,
    String question,
    Clause clause,
    List<String> readings,
    Map<String, String> words,
    String proposed,
    Optional<Settlement> settlement) {
  public Ambiguity {
    readings = List.copyOf(readings);
    words = Map.copyOf(words);
    if (!readings.contains(proposed)) {
      throw new IllegalArgumentException(id + ": the proposed reading is not among the readings");
    }
    if (!readings.containsAll(settlement.stream().map(Settlement::reading).toList())) {
      throw new IllegalArgumentException(id + ": the settled reading is not among the readings");
    }
  }

  /** A reading in words. */
  public String said(String reading) {
    return words.getOrDefault(reading, reading);
  }

  /** The same question, settled otherwise or open. */
  public Ambiguity with(Optional<Settlement> other) {
    return new Ambiguity(id, key, question, clause, readings, words, proposed, other);
  }

  public boolean isSettled() {
    return settlement.isPresent();
  }

  /** The readings that a case must be decided under: one when settled, else all. */
  public List<String> inPlay() {
    return settlement.map(Settlement::reading).map(List::of).orElse(readings);
  }
}
