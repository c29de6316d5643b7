package cn.baosong.core.notice;

import cn.baosong.core.call.Department;
import cn.baosong.core.call.Quota;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables of people: names in full, no identity numbers. */
record PeopleRows(Wording wording, Batch batch) {

  List<List<String>> people() {
    return numbered(batch.cases().stream().map(c -> line(c.dossier())).toList());
  }

  List<List<String>> accepted() {
    return numbered(
        batch.cases().stream()
            .map(c -> with(line(c.dossier()), department(c.decision().department())))
            .toList());
  }

  /** Everyone whom the unit recommends, wherever they stand. */
  List<List<String>> listed() {
    return numbered(
        batch.all().stream()
            .filter(dossier -> dossier.state().counts())
            .map(dossier -> with(line(dossier), standing(dossier)))
            .toList());
  }

  /** Whom to ask where several departments share a call: those of the people of this letter. */
  Optional<String> contacts() {
    return batch.call().departments().size() < 2
        ? Optional.empty()
        : Optional.of(
                batch.cases().stream()
                    .flatMap(c -> department(c.dossier()).stream())
                    .distinct()
                    .flatMap(department -> contact(department).stream())
                    .collect(Collectors.joining("、")))
            .filter(all -> !all.isEmpty());
  }

  private Optional<Department> department(Dossier dossier) {
    return batch.call().departmentFor(batch.unitKind(), category(dossier));
  }

  private Optional<String> contact(Department department) {
    return department
        .phone()
        .map(
            phone ->
                wording.say(
                    Phrase.CONTACT, department.name() + department.contact().orElse(""), phone));
  }

  /** The overrun quotas: category, limit, number sent, clause. */
  List<List<String>> quotas() {
    return overrun().stream()
        .map(
            quota ->
                List.of(
                    quota.category().orElseGet(() -> wording.say(Phrase.ALL_CATEGORIES)),
                    wording.say(Phrase.PEOPLE, quota.limit().map(String::valueOf).orElse("")),
                    sent(quota),
                    new Clauses(wording).cell(quota.clause())))
        .toList();
  }

  private List<Quota> overrun() {
    return batch.call().quotas().stream()
        .filter(quota -> exceeding().stream().anyMatch(f -> f.rule().equals(quota.id())))
        .toList();
  }

  private List<Finding> exceeding() {
    return batch.cases().stream()
        .flatMap(c -> c.findings(Outcome.CORRECT).stream())
        .filter(Case::isQuota)
        .toList();
  }

  private String sent(Quota quota) {
    return exceeding().stream()
        .filter(f -> f.rule().equals(quota.id()))
        .map(Finding::observed)
        .findFirst()
        .orElse("");
  }

  private List<String> line(Dossier dossier) {
    return List.of(
        Shown.name(dossier.candidate().name()),
        Shown.name(category(dossier).orElseGet(() -> wording.say(Phrase.NO_CATEGORY))),
        dossier.number().value());
  }

  private Optional<String> category(Dossier dossier) {
    return dossier.category().or(() -> batch.call().categoryField().flatMap(dossier.form()::text));
  }

  private String department(Optional<String> id) {
    return batch.call().departments().stream()
        .filter(department -> id.filter(department.id()::equals).isPresent())
        .map(Department::name)
        .findFirst()
        .orElseGet(() -> id.orElseGet(() -> wording.say(Phrase.NO_CATEGORY)));
  }

  private String standing(Dossier dossier) {
    return switch (dossier.state()) {
      case ACCEPTED -> wording.say(Phrase.STANDS_ACCEPTED);
      case RETURNED -> wording.say(Phrase.STANDS_RETURNED);
      case RECEIVED,
          AWAITING_PAPER,
          AWAITING_ELECTRONIC,
          IN_REVIEW,
          REJECTED,
          SUPERSEDED,
          WITHDRAWN ->
          wording.say(Phrase.STANDS_OPEN);
    };
  }

  private static List<String> with(List<String> line, String last) {
    List<String> longer = new ArrayList<>(line);
    longer.add(last);
    return longer;
  }

  static List<List<String>> numbered(List<List<String>> lines) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> line : lines) {
      List<String> row = new ArrayList<>(List.of(String.valueOf(rows.size() + 1)));
      row.addAll(line);
      rows.add(row);
    }
    return rows;
  }
}
