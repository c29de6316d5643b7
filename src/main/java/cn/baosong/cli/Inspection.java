package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.Elsewhere;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.decision.Decider;
import cn.baosong.core.decision.Judgement;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Bearings;
import cn.baosong.desk.Calls;
import cn.baosong.desk.PaperFiling;
import cn.baosong.desk.Units;
import cn.baosong.reader.parcel.PaperFile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides one package as if the office had received it and nothing else: the same bearings, checks
 * and decider, and no memory.
 */
final class Inspection {
  private final CallTables tables;
  private final Calls calls;
  private final Units units;
  private final ZoneId zone;

  Inspection(CallTables tables, Calls calls, Units units, ZoneId zone) {
    this.tables = tables;
    this.calls = calls;
    this.units = units;
    this.zone = zone;
  }

  /**
   * What the person at the keyboard says, over what the package says.
   *
   * @param kind a kind of unit in the words of the call, for a unit that no registry knows
   */
  record Wish(Optional<String> call, Optional<String> unit, Optional<String> kind) {}

  /**
   * What came of it.
   *
   * @param delivery with the state that the office would leave it in
   * @param judgement empty when it does not come to one
   */
  record Outcome(
      Submission delivery,
      Optional<Call> call,
      Optional<Unit> unit,
      List<String> notes,
      Optional<Judgement> judgement) {}

  Outcome of(Opened opened, Receipt receipt, Optional<PaperFile> paper, Wish wish) {
    Submission arrived = Submission.of(new SubmissionNumber("SJ-0000-0000"), "", receipt);
    List<String> notes = new ArrayList<>();
    Bearings.Found found =
        new Bearings(calls, units, zone)
            .of(arrived, overruled(opened.stated(), wish), opened.mail());
    Optional<Unit> unit = unit(found, opened.stated(), wish, notes);
    if (opened.outcome() != Opened.Outcome.READ || !opened.doubts().isEmpty()) {
      return new Outcome(closed(arrived, opened), found.call(), unit, notes, Optional.empty());
    }
    if (found.call().isEmpty() || unit.isEmpty()) {
      Submission unassigned =
          arrived.opened(opened.with(found.doubts()), SubmissionState.UNASSIGNED);
      return new Outcome(unassigned, found.call(), unit, notes, Optional.empty());
    }
    Call call = found.call().get();
    Submission bound =
        arrived.opened(
            opened, SubmissionState.PROCESSED, Optional.of(call.id()), unit.map(Unit::code));
    List<PaperRecord> papers =
        paper.filter(p -> isAbout(p, call, unit.get(), notes)).stream()
            .map(p -> p.record(new PaperNumber("YZ-0000-0000"), call.id(), unit.get().code()))
            .toList();
    papers.forEach(p -> strangeNames(p, call, notes));
    return new Outcome(
        bound,
        found.call(),
        unit,
        notes,
        Optional.of(judged(bound, call, unit.get(), opened, papers)));
  }

  private Judgement judged(
      Submission delivery, Call call, Unit unit, Opened opened, List<PaperRecord> papers) {
    List<Dossier> dossiers = new ArrayList<>();
    for (Opened.Entry entry : opened.entries()) {
      DossierNumber number = new DossierNumber("RX-0000-%04d".formatted(dossiers.size() + 1));
      dossiers.add(Dossier.filed(entry, delivery, call, number, ""));
    }
    for (PaperRecord paper : papers) {
      for (int rank : PaperFiling.strangers(paper, List.copyOf(dossiers), call)) {
        DossierNumber number = new DossierNumber("RX-0000-%04d".formatted(dossiers.size() + 1));
        Dossier.Numbering as = new Dossier.Numbering(number, "");
        dossiers.add(Dossier.expected(paper, rank, delivery, call, as));
      }
    }
    Instant asOf = delivery.first().registered();
    UnitCase facts =
        new UnitCase(
            call,
            unit,
            unit.kindIn(call).orElse(""),
            Map.of(delivery.number(), delivery),
            dossiers,
            papers,
            Elsewhere.NOTHING,
            tables.workingDays(),
            zone,
            asOf);
    return new Decider().decide(tables.checks().assess(facts), Map.of());
  }

  /** Whether a registration belongs to what is inspected; it says so unless it names no other. */
  private static boolean isAbout(PaperFile paper, Call call, Unit unit, List<String> notes) {
    boolean about =
        paper.call().filter(id -> !id.equals(call.id().value())).isEmpty()
            && paper.unit().filter(code -> !code.equals(unit.code().value())).isEmpty();
    if (!about) {
      notes.add(
          "纸质登记写的是另一个通知或单位，未计入。 The paper registration names another call or unit: left out.");
    }
    return about;
  }

  /** A misspelt material or field counts for nothing, so it is told. */
  private static void strangeNames(PaperRecord paper, Call call, List<String> notes) {
    Set<String> materials =
        call.materials().stream().map(Material::name).collect(Collectors.toSet());
    Set<String> fields =
        call.form().fields().stream().map(Form.Field::name).collect(Collectors.toSet());
    Stream.concat(
            paper.candidates().stream()
                .flatMap(c -> c.copies().keySet().stream())
                .filter(name -> !materials.contains(name)),
            paper.candidates().stream()
                .flatMap(c -> c.fields().keySet().stream())
                .filter(name -> !fields.contains(name)))
        .distinct()
        .forEach(
            name ->
                notes.add(
                    "纸质登记里的“"
                        + name
                        + "”不是通知的材料或登记表字段。 The call has no material or field of this name."));
  }

  private static Submission closed(Submission arrived, Opened opened) {
    return switch (opened.outcome()) {
      case CLASSIFIED -> arrived.sealed(SealReason.CLASSIFIED_MARKING);
      case INFECTED -> arrived.sealed(SealReason.MALWARE_FOUND);
      case UNSAFE -> arrived.opened(opened, SubmissionState.QUARANTINED);
      case UNREADABLE -> arrived.opened(opened, SubmissionState.UNREADABLE);
      case LETTER -> arrived.opened(opened, SubmissionState.UNASSIGNED);
      case READ -> arrived.held(opened.doubts());
    };
  }

  private static Stated overruled(Stated stated, Wish wish) {
    return new Stated(
        wish.call().or(stated::call),
        wish.unit().or(stated::unitCode),
        wish.unit().isPresent() ? Optional.empty() : stated.unitName(),
        stated.contact(),
        stated.phone(),
        stated.email());
  }

  /** The registered unit, or one made up of what was said so that the rest can be seen. */
  private static Optional<Unit> unit(
      Bearings.Found found, Stated stated, Wish wish, List<String> notes) {
    Optional<Unit> registered = found.unit();
    if (registered.isPresent() && wish.kind().isEmpty()) {
      return registered;
    }
    if (registered.isEmpty() && wish.unit().isEmpty() && wish.kind().isEmpty()) {
      return Optional.empty();
    }
    String code =
        registered
            .map(u -> u.code().value())
            .or(wish::unit)
            .or(stated::unitCode)
            .filter(c -> !c.isBlank())
            .orElse("?");
    notes.add(
        registered.isPresent()
            ? "单位类别按命令行所写，不按单位名册。 The kind of the unit is the command line's."
            : "单位不在名册中，按命令行所写试判；收件处会先请收件员认定。 The unit is not registered; a clerk would bind it first.");
    return Optional.of(
        new Unit(
            new UnitCode(code),
            registered.map(Unit::name).or(stated::unitName).orElse(code),
            List.of(),
            wish.kind().stream().toList(),
            List.of(),
            "",
            "",
            ""));
  }
}
