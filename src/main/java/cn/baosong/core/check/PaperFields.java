package cn.baosong.core.check;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldDifferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields as they stand on the signed paper, the better source first.
 *
 * @param keyed in by the mail room from a registered parcel
 * @param named by the mail room, to say whose paper it is: may show a difference, proves nothing
 * @param read from the text layer of the enclosed form
 * @param ocr read off the scans by machine
 * @param codes on the pages of the printed form
 * @param coded whether the codes say of a field that it was printed as the electronic form has it
 * @param form the electronic one
 * @param declared by the unit's own statement (decisions 29)
 */
record PaperFields(
    Map<String, Keyed> keyed,
    Map<String, Keyed> named,
    FormLayer read,
    FormOcr ocr,
    FormCodes codes,
    Map<String, Boolean> coded,
    FormData form,
    Map<String, String> declared) {

  /** A value that the mail room typed, and where it is registered. */
  record Keyed(String value, String place) {}

  static PaperFields of(Dossier dossier, UnitCase facts, FieldDifferences differences) {
    Map<String, Keyed> keyed = new HashMap<>();
    Map<String, Keyed> named = new HashMap<>();
    PersonFields person = facts.call().person();
    twice(dossier, facts, differences)
        .forEach((field, value) -> keyed.put(field, new Keyed(value, "双人盲录")));
    // The latest registration first, so that a later reading of a field stands.
    for (PapersOf.Entry entry : PapersOf.entries(dossier, facts)) {
      String place = "纸质登记 " + entry.paper().number();
      entry.candidate().fields().forEach((f, v) -> keyed.putIfAbsent(f, new Keyed(v, place)));
      named.putIfAbsent(person.name(), new Keyed(entry.candidate().name(), place));
      named.putIfAbsent(person.identity(), new Keyed(entry.candidate().identity(), place));
    }
    FormCodes codes = FormCodes.of(dossier, facts, differences);
    return new PaperFields(
        keyed,
        named,
        FormLayer.of(dossier, facts, differences),
        FormOcr.of(dossier, facts, differences),
        codes,
        coded(codes, dossier, facts, differences),
        dossier.form(),
        dossier.paper());
  }

  /** What two people typed alike, neither having seen the data. */
  private static Map<String, String> twice(
      Dossier dossier, UnitCase facts, FieldDifferences differences) {
    Map<String, String> twice = new HashMap<>();
    ScansOf.read(dossier, facts.dossiers(), facts.scans()).stream()
        .flatMap(scan -> scan.keyed().stream())
        .forEach(
            typed ->
                facts
                    .call()
                    .paper()
                    .compared()
                    .forEach(
                        field ->
                            typed
                                .value(field, differences)
                                .ifPresent(value -> twice.putIfAbsent(field.field(), value))));
    return twice;
  }

  private static Map<String, Boolean> coded(
      FormCodes codes, Dossier dossier, UnitCase facts, FieldDifferences differences) {
    Map<String, Boolean> coded = new HashMap<>();
    for (ComparedField field : facts.call().paper().compared()) {
      String electronic = dossier.form().text(field.field()).orElse("");
      codes.agrees(field, electronic, differences).ifPresent(v -> coded.put(field.field(), v));
    }
    return coded;
  }

  /** What is known of a field; a blank was not read, which is no difference. */
  Optional<String> value(ComparedField field) {
    return typed(field)
        .map(Keyed::value)
        .or(() -> read(field))
        .or(() -> recognised(field).map(r -> r.reading().value()))
        .or(() -> proven(field))
        .or(() -> Optional.ofNullable(declared.get(field.field())).filter(v -> !v.isBlank()));
  }

  /** Whether a clerk keyed it in, having the paper of this very candidate in hand. */
  boolean isKeyed(ComparedField field) {
    return filled(keyed, field).isPresent();
  }

  boolean isSeen(ComparedField field) {
    return isKeyed(field)
        || read(field).isPresent()
        || recognised(field).isPresent()
        || proven(field).isPresent();
  }

  /** Whether all that says what stands there is a machine that looked at a picture. */
  boolean isRecognised(ComparedField field) {
    return typed(field).isEmpty() && read(field).isEmpty() && recognised(field).isPresent();
  }

  /** Whether a machine saw the cell, could not read it, and nobody and nothing else did. */
  boolean isDoubtful(ComparedField field) {
    FormOcr.Read seen = ocr.doubtful().get(field.field());
    return seen != null
        && !isKeyed(field)
        && read(field).isEmpty()
        && (form.isFilled(field.field()) || (seen.reading().unlike() && !isCodedOtherwise(field)));
  }

  /** Whether all that is known of a field is that the paper was printed with another value. */
  boolean isCodedOtherwise(ComparedField field) {
    boolean known = isKeyed(field) || read(field).isPresent() || recognised(field).isPresent();
    return !known && !coded.getOrDefault(field.field(), true);
  }

  boolean isDeclared(ComparedField field) {
    return !declared.getOrDefault(field.field(), "").isBlank();
  }

  /** Where the paper was read; empty when nowhere. */
  String place() {
    return Stream.of(read.place(), codes.place())
        .filter(place -> !place.isEmpty())
        .collect(Collectors.joining("、"));
  }

  /** Where a field was registered or read; empty for what the unit only states. */
  String place(ComparedField field) {
    return typed(field)
        .map(Keyed::place)
        .or(() -> read(field).map(v -> read.place()))
        .or(() -> recognised(field).map(FormOcr.Read::place))
        .or(() -> proven(field).map(v -> codes.place()))
        .orElse("");
  }

  private Optional<Keyed> typed(ComparedField field) {
    return filled(keyed, field).or(() -> filled(named, field));
  }

  private Optional<String> read(ComparedField field) {
    return Optional.ofNullable(read.fields().get(field.field())).filter(v -> !v.isBlank());
  }

  private Optional<FormOcr.Read> recognised(ComparedField field) {
    return Optional.ofNullable(ocr.fields().get(field.field()));
  }

  private Optional<String> proven(ComparedField field) {
    return form.text(field.field()).filter(v -> coded.getOrDefault(field.field(), false));
  }

  private static Optional<Keyed> filled(Map<String, Keyed> fields, ComparedField field) {
    return Optional.ofNullable(fields.get(field.field())).filter(k -> !k.value().isBlank());
  }
}
