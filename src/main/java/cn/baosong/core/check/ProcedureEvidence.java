package cn.baosong.core.check;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Procedure;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PartialDate;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Submission;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the evidence of a step may lie: the candidate's form and files, the unit's report and
 * files; for a correction also those of the delivery it corrects.
 */
record ProcedureEvidence(
    Dossier dossier, UnitCase facts, List<FormData> forms, List<Document> files) {

  static ProcedureEvidence of(Dossier dossier, Succession succession) {
    UnitCase facts = succession.facts();
    List<Submission> deliveries =
        Stream.of(dossier.submission(), succession.timedBy(dossier))
            .distinct()
            .map(facts.submissions()::get)
            .filter(Objects::nonNull)
            .toList();
    return new ProcedureEvidence(
        dossier,
        facts,
        Stream.concat(Stream.of(dossier.form()), deliveries.stream().map(s -> s.report())).toList(),
        Stream.concat(
                dossier.documents().stream(),
                deliveries.stream().flatMap(s -> s.documents().stream()))
            .toList());
  }

  boolean isGiven(Procedure procedure) {
    boolean stated = procedure.fields().stream().anyMatch(f -> text(f).isPresent());
    return stated || procedure.materials().stream().anyMatch(this::holds);
  }

  Optional<String> text(String field) {
    return forms.stream().flatMap(f -> f.text(field).stream()).findFirst();
  }

  Optional<PartialDate> date(Optional<String> field) {
    return field.flatMap(this::text).flatMap(PartialDate::parse);
  }

  /** The day on which the delivery that holds the dossier came in, at the latest. */
  Optional<LocalDate> delivered() {
    return Optional.ofNullable(facts.submissions().get(dossier.submission()))
        .map(delivery -> delivery.effective().received().interval().latest())
        .map(latest -> LocalDate.ofInstant(latest, facts.zone()));
  }

  Optional<Procedure> procedure(String id) {
    return facts.call().procedures().stream().filter(p -> p.id().equals(id)).findFirst();
  }

  Finding finding(
      Procedure procedure, FindingCode code, Outcome outcome, String observed, String sentence) {
    return Subject.of(dossier)
        .finding(
            code,
            outcome,
            new Ground(procedure.id(), procedure.clause()),
            observed,
            "“" + procedure.name() + "”" + sentence);
  }

  private boolean holds(String material) {
    List<Material> all = facts.call().materials().stream().filter(m -> !m.originals()).toList();
    return files.stream()
        .filter(file -> file.bytes() > 0)
        .anyMatch(
            file ->
                FileNames.recognise(file, all).filter(m -> m.id().equals(material)).isPresent());
  }
}
