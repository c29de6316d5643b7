package cn.baosong.core.check;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldDifferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields as they stand on the signed paper, the better source first.
 *
 * @param keyed in by the mail room from a registered parcel
 * @param read from the text layer of the enclosed form
 * @param declared by the unit's own statement (decisions 29)
 */
record PaperFields(Map<String, String> keyed, FormLayer read, Map<String, String> declared) {

  static PaperFields of(Dossier dossier, UnitCase facts, FieldDifferences differences) {
    Map<String, String> keyed = new HashMap<>();
    // The latest registration first, so that a later reading of a field stands.
    PapersOf.entries(dossier, facts).forEach(entry -> entry.fields().forEach(keyed::putIfAbsent));
    return new PaperFields(keyed, FormLayer.of(dossier, facts, differences), dossier.paper());
  }

  /** What is known of a field; a blank was not read, which is no difference. */
  Optional<String> value(ComparedField field) {
    return filled(keyed, field).or(() -> read(field)).or(() -> filled(declared, field));
  }

  /** Whether a clerk keyed it in, having the paper of this very candidate in hand. */
  boolean isKeyed(ComparedField field) {
    return filled(keyed, field).isPresent();
  }

  boolean isSeen(ComparedField field) {
    return isKeyed(field) || read(field).isPresent();
  }

  boolean isDeclared(ComparedField field) {
    return filled(declared, field).isPresent();
  }

  /** The file that a field was read in; empty for what was keyed in or declared. */
  String place(ComparedField field) {
    return !isKeyed(field) && read(field).isPresent() ? read.place() : "";
  }

  private Optional<String> read(ComparedField field) {
    return filled(read.fields(), field);
  }

  private static Optional<String> filled(Map<String, String> fields, ComparedField field) {
    return Optional.ofNullable(fields.get(field.field())).filter(v -> !v.isBlank());
  }
}
