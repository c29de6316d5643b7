package cn.baosong.core.check;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Truth;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of one candidate or of one unit, held against the materials that the notice asks.
 *
 * @param fallback files of the version that this one corrects, or of the unit's other deliveries
 */
record Enclosures(
    Subject subject,
    UnitCase facts,
    List<Material> materials,
    List<Document> files,
    Fallback fallback,
    FormData form) {

  /**
   * Where a material lies that is missing here: a clerk sees it, the unit need not send it again.
   */
  record Fallback(List<Document> files, Outcome outcome, String sentence) {}

  static Enclosures ofCandidate(Dossier dossier, Succession succession) {
    UnitCase facts = succession.facts();
    boolean corrects = !succession.timedBy(dossier).equals(dossier.submission());
    List<Document> before =
        succession.line(dossier).stream()
            .filter(d -> corrects && d.number().compareTo(dossier.number()) < 0)
            .flatMap(d -> d.documents().stream())
            .toList();
    return new Enclosures(
        Subject.of(dossier),
        facts,
        facts.call().materials().stream().filter(m -> m.perCandidate() && !m.originals()).toList(),
        dossier.documents(),
        new Fallback(before, Outcome.REFER, "本次补正未附，原报送材料中有，由工作人员核对是否沿用。"),
        dossier.form());
  }

  static Enclosures ofUnit(Submission delivery, UnitCase facts) {
    SubmissionNumber own = delivery.number();
    List<Document> others =
        facts.submissions().values().stream()
            .filter(s -> !s.number().equals(own))
            .filter(s -> new Deliveries(facts).isVerified(s.number()))
            .flatMap(s -> s.documents().stream())
            .toList();
    return new Enclosures(
        Subject.of(own),
        facts,
        facts.call().materials().stream().filter(m -> !m.perCandidate() && !m.originals()).toList(),
        delivery.documents(),
        new Fallback(others, Outcome.REMARK, "本次未附，沿用本单位另次报送所附。"),
        delivery.report());
  }

  List<Finding> findings() {
    Map<String, List<Document>> byMaterial = recognised(files);
    List<Finding> found = new ArrayList<>();
    for (Material material : materials) {
      List<Document> own = byMaterial.getOrDefault(material.id(), List.of());
      if (own.isEmpty()) {
        absent(material).ifPresent(found::add);
      } else {
        found.addAll(new Enclosed(subject, material, own).findings());
      }
    }
    strangers().ifPresent(found::add);
    return found;
  }

  private Map<String, List<Document>> recognised(List<Document> among) {
    return among.stream()
        .filter(file -> FileNames.recognise(file, materials).isPresent())
        .collect(
            Collectors.groupingBy(file -> FileNames.recognise(file, materials).orElseThrow().id()));
  }

  private Optional<Finding> absent(Material material) {
    return switch (needed(material)) {
      case FALSE -> Optional.empty();
      case TRUE ->
          recognised(fallback.files()).containsKey(material.id())
              ? Optional.of(missing(material, fallback.outcome(), fallback.sentence()))
              : Optional.of(missing(material, Outcome.CORRECT, "缺少，请补充。"));
      case UNDECIDED ->
          material.when().orElseThrow().fields().stream().allMatch(form::isFilled)
              ? Optional.of(missing(material, Outcome.REFER, "未附，且不能确定是否必须提供，由工作人员认定。"))
              : Optional.empty();
    };
  }

  /** What comes on paper is counted in the parcel, not asked for again as a file. */
  private Truth needed(Material material) {
    boolean onPaper =
        facts.call().paper().mode() == Mode.PARCEL && material.copies() > 0 && !material.opaque();
    if (onPaper || (!material.required() && material.when().isEmpty())) {
      return Truth.FALSE;
    }
    return material.when().map(when -> when.test(form)).orElse(Truth.TRUE);
  }

  private Finding missing(Material material, Outcome outcome, String sentence) {
    return subject.finding(
        FindingCode.MATERIAL_MISSING,
        outcome,
        new Ground(material.id(), material.clause()),
        "",
        "“" + material.name() + "”" + sentence);
  }

  private Optional<Finding> strangers() {
    List<String> names =
        files.stream()
            .filter(file -> FileNames.recognise(file, materials).isEmpty())
            .map(Document::path)
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            subject.finding(
                FindingCode.MATERIAL_INVALID,
                Outcome.REMARK,
                Ground.HOUSE,
                String.join("、", names.subList(0, Math.min(5, names.size()))),
                "有" + names.size() + "个文件未能对应到通知要求的材料，已原样保存。"));
  }
}
