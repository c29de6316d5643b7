package cn.baosong.core.check;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.dossier.Dossier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields as they stand on the signed paper.
 *
 * @param seen keyed in or read by the office
 * @param declared by the unit's own statement (decisions 29)
 */
record PaperFields(Map<String, String> seen, Map<String, String> declared) {

  static PaperFields of(Dossier dossier, UnitCase facts) {
    Map<String, String> seen = new HashMap<>();
    // The latest registration first, so that a later reading of a field stands.
    PapersOf.entries(dossier, facts).forEach(entry -> entry.fields().forEach(seen::putIfAbsent));
    return new PaperFields(seen, dossier.paper());
  }

  /** What is known of a field; a blank was not read, which is no difference. */
  Optional<String> value(ComparedField field) {
    return filled(seen, field).or(() -> filled(declared, field));
  }

  boolean isSeen(ComparedField field) {
    return filled(seen, field).isPresent();
  }

  private static Optional<String> filled(Map<String, String> fields, ComparedField field) {
    return Optional.ofNullable(fields.get(field.field())).filter(v -> !v.isBlank());
  }
}
