package cn.baosong.core.notice;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Procedure;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.submission.Defect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tables of what was found, each row once, however many dossiers it concerns. */
record FindingRows(Wording wording, Batch batch) {

  /** Everything to be put right. */
  List<List<String>> items() {
    List<List<String>> rows = new ArrayList<>();
    for (Case c : batch.cases()) {
      c.ruling().map(ruling -> ruledItem(c, ruling)).ifPresent(rows::add);
      c.corrections().stream().map(this::item).forEach(rows::add);
    }
    return numbered(rows);
  }

  /** Why dossiers are refused, apart from their time. */
  List<List<String>> grounds() {
    List<List<String>> rows = new ArrayList<>();
    for (Case c : batch.cases()) {
      c.ruling()
          .map(ruling -> List.of(name(c), ruling.reason(), clause(new Clause(ruling.clause(), ""))))
          .ifPresent(rows::add);
      c.findings(Outcome.BLOCK).stream()
          .filter(f -> f.code() != FindingCode.LATE)
          .map(f -> List.of(name(f), f.sentence(), clause(f.clause())))
          .forEach(rows::add);
    }
    return numbered(rows);
  }

  /** What a person has to settle: in words that blame nobody and give no other unit away. */
  List<List<String>> pending() {
    List<List<String>> rows = new ArrayList<>();
    for (Case c : batch.cases()) {
      List<Finding> open = c.findings(Outcome.REFER);
      if (open.isEmpty()) {
        rows.add(List.of(name(c), wording.say(Phrase.PENDING_OTHER), clause(Clause.NONE)));
      }
      open.stream()
          .map(f -> List.of(name(f), pending(f), clause(isReticent(f) ? Clause.NONE : f.clause())))
          .forEach(rows::add);
    }
    return numbered(rows);
  }

  /** What paper and data say where they differ; numbers are masked. */
  List<List<String>> compared() {
    List<List<String>> rows = new ArrayList<>();
    for (Case c : batch.cases()) {
      for (Finding f : c.differences()) {
        f.comparison()
            .ifPresent(
                compared ->
                    rows.add(
                        List.of(
                            name(f),
                            f.rule(),
                            Shown.cell(compared.paper()),
                            Shown.cell(compared.electronic()),
                            Shown.name(f.place()))));
      }
    }
    return numbered(rows);
  }

  /** What keeps a package from being read, as far as the unit can mend it. */
  static List<List<String>> defects(Wording wording, List<Defect> defects) {
    return numbered(
        defects.stream()
            .filter(defect -> !defect.remark())
            .map(defect -> defect(wording, defect))
            .toList());
  }

  /** What a person has to settle of a package before it is opened any further. */
  static List<List<String>> pending(Wording wording, List<Defect> defects) {
    return numbered(
        defects.stream()
            .filter(defect -> !defect.remark())
            .map(
                defect ->
                    List.of(
                        wording.say(Phrase.WHOLE_DELIVERY),
                        wording.pending(code(defect)),
                        wording.say(Phrase.NO_CLAUSE)))
            .toList());
  }

  private static List<String> defect(Wording wording, Defect defect) {
    FindingCode code = code(defect);
    return List.of(
        wording.say(Phrase.WHOLE_DELIVERY),
        at(wording, wording.matter(code), defect.place()),
        defect.sentence(),
        wording.say(Phrase.NO_CLAUSE),
        wording.remedy(code));
  }

  private static FindingCode code(Defect defect) {
    return Arrays.stream(FindingCode.values())
        .filter(known -> known.name().equals(defect.code()))
        .findFirst()
        .orElse(FindingCode.PACKAGE_UNREADABLE);
  }

  private List<String> item(Finding f) {
    return List.of(
        name(f),
        at(wording, matter(f), f.place()),
        f.sentence(),
        clause(f.clause()),
        wording.remedy(f.code()));
  }

  private List<String> ruledItem(Case c, Ruling ruling) {
    return List.of(
        name(c),
        wording.say(Phrase.RULED),
        ruling.reason(),
        clause(new Clause(ruling.clause(), "")),
        wording.say(Phrase.RULED_REMEDY));
  }

  private String pending(Finding f) {
    return f.code() == FindingCode.LATE && !batch.call().lateness().isStated()
        ? wording.say(Phrase.LATE_NO_CONSEQUENCE)
        : wording.pending(f.code());
  }

  /** Whether even the clause would tell what only a person may (domain.md 7.3). */
  private static boolean isReticent(Finding f) {
    return f.code() == FindingCode.CLASSIFIED_MARKING
        || f.code() == FindingCode.MALWARE_FOUND
        || f.code() == FindingCode.PACKAGE_UNSAFE;
  }

  /** The material or procedure by the notice's name, else what the finding is about. */
  private String matter(Finding f) {
    Stream<String> materials =
        batch.call().materials().stream().filter(m -> m.id().equals(f.rule())).map(Material::name);
    Stream<String> procedures =
        batch.call().procedures().stream()
            .filter(p -> p.id().equals(f.rule()))
            .map(Procedure::name);
    return Stream.concat(materials, procedures)
        .findFirst()
        .orElseGet(() -> wording.matter(f.code()));
  }

  private static String at(Wording wording, String matter, String place) {
    return place.isEmpty() ? matter : wording.say(Phrase.MATTER_AT, matter, Shown.name(place));
  }

  private String clause(Clause clause) {
    return new Clauses(wording).cell(clause);
  }

  private String name(Finding f) {
    String name = batch.nameOf(f);
    return name.isEmpty() ? wording.say(Phrase.WHOLE_DELIVERY) : name;
  }

  private static String name(Case c) {
    return Shown.name(c.dossier().candidate().name());
  }

  private static List<List<String>> numbered(List<List<String>> rows) {
    return PeopleRows.numbered(rows.stream().distinct().toList());
  }
}
