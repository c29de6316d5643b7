package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.Form.Field;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FormText;
import cn.baosong.core.submission.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the text layers of a candidate's enclosed forms say of the compared fields.
 *
 * @param place the files, such as 登记表.pdf 文字层; empty when none has a text layer
 */
record FormLayer(Map<String, String> fields, String place) {
  private static final FormLayer NONE = new FormLayer(Map.of(), "");

  static FormLayer of(Dossier dossier, UnitCase facts, FieldDifferences differences) {
    List<Document> forms = forms(dossier, facts).filter(d -> d.text().isPresent()).toList();
    if (forms.isEmpty()) {
      return NONE;
    }
    FormText text =
        FormText.read(
            forms.stream().flatMap(d -> d.text().stream()).toList(), labels(facts.call()));
    Map<String, String> fields = new HashMap<>();
    for (ComparedField field : facts.call().paper().compared()) {
      dossier
          .form()
          .text(field.field())
          .flatMap(electronic -> text.value(field, electronic, differences))
          .ifPresent(value -> fields.put(field.field(), value));
    }
    return new FormLayer(fields, place(forms));
  }

  /** The office's own scan before what is enclosed; beside a parcel no enclosed file is paper. */
  private static Stream<Document> forms(Dossier dossier, UnitCase facts) {
    Optional<Document> scan = FormCodes.scansOf(dossier, facts).findFirst();
    return scan.isEmpty() && facts.call().paper().mode() == Mode.SCAN
        ? dossier.documents().stream()
        : scan.stream();
  }

  private static List<String> labels(Call call) {
    return Stream.concat(
            call.form().fields().stream().map(Field::name),
            call.paper().compared().stream().map(ComparedField::field))
        .distinct()
        .toList();
  }

  private static String place(List<Document> forms) {
    return forms.stream().map(Document::path).collect(Collectors.joining("、")) + " 文字层";
  }
}
