package cn.baosong.core.dossier;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Pairs of different Han characters that are often written for one another: traditional and variant
 * forms (繁体字, 异体字). They raise a suspicion and never make two values equal. The table is partial.
 *
 * @param version the version of the table, stored with each comparison
 * @param plain from a traditional or variant character to its usual simplified form
 */
public record CharacterVariants(String version, Map<Integer, Integer> plain) {

  public CharacterVariants {
    plain = Map.copyOf(plain);
  }

  /** Whether the two texts would be equal if each variant were written in its usual form. */
  boolean mayBeSame(String one, String other) {
    return fold(one).equals(fold(other));
  }

  String fold(String text) {
    return text.codePoints()
        .map(c -> plain.getOrDefault(c, c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
