package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.SelectedPeople;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Elsewhere;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.PaperFiling;
import cn.baosong.reader.call.Case.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The stored facts that a case of {@code cases.yaml} stands for. */
final class CaseFacts {
  private static final SubmissionNumber DELIVERY = new SubmissionNumber("SJ-2000-0001");

  private final Call call;
  private final Case one;
  private final WorkingDays workingDays;
  private final ZoneId zone;
  private final CaseFiles files;

  CaseFacts(Call call, Case one, WorkingDays workingDays, ZoneId zone) {
    Call listing = listing(call, one);
    this.call = one.mode().map(mode -> inMode(listing, mode)).orElse(listing);
    this.one = one;
    this.workingDays = workingDays;
    this.zone = zone;
    this.files = new CaseFiles(this.call, one.enclosed());
  }

  UnitCase unitCase() {
    Unit unit = unit();
    List<PaperRecord> papers =
        one.parcel()
            .map(parcel -> new CasePaper(call, one.people(), zone).record(parcel, unit.code()))
            .map(List::of)
            .orElse(List.of());
    return new UnitCase(
        call,
        unit,
        unit.kindIn(call).orElse(""),
        Map.of(DELIVERY, delivery(unit, papers)),
        one.isPaperOnly() ? expected(unit, papers) : dossiers(unit),
        papers,
        new Elsewhere(Set.of(), one.others().stream().map(CaseFacts::count).toList()),
        workingDays,
        zone,
        asOf());
  }

  private static Elsewhere.Count count(Case.Others others) {
    return new Elsewhere.Count(others.unit(), others.category(), others.candidates());
  }

  /** A unit of that kind, or the one that the call itself names. */
  private Unit unit() {
    Map<String, String> kinds = call.admission().kinds();
    String kind = one.unit();
    boolean known = kinds.containsKey(kind) || call.admission().redirected().containsKey(kind);
    return new Unit(
        new UnitCode(known || kind.isEmpty() ? "U-" + kind : kind),
        kinds.getOrDefault(kind, kind),
        List.of(),
        known ? List.of(kind) : List.of(),
        List.of(),
        "",
        "",
        "");
  }

  private Submission delivery(Unit unit, List<PaperRecord> papers) {
    CaseReceipts receipts = new CaseReceipts(zone);
    return new Submission(
        DELIVERY,
        "case",
        SubmissionState.PROCESSED,
        Optional.of(call.id()),
        Optional.of(unit.code()),
        one.isPaperOnly()
            ? papers.stream().map(receipts::ofParcel).toList()
            : receipts.receipts(one.arrivals()),
        Optional.empty(),
        Stated.NOTHING,
        one.report(),
        one.isPaperOnly() ? List.of() : files.ofUnit(),
        List.of(),
        1);
  }

  /** As the mail room files those of whom nothing else has come. */
  private List<Dossier> expected(Unit unit, List<PaperRecord> papers) {
    List<Dossier> expected = new ArrayList<>();
    for (PaperRecord paper : papers) {
      for (int rank : PaperFiling.strangers(paper, List.of(), call)) {
        Dossier.Numbering as = new Dossier.Numbering(number(rank), "case-" + rank);
        expected.add(Dossier.expected(paper, rank, delivery(unit, papers), call, as));
      }
    }
    return expected;
  }

  private static DossierNumber number(int rank) {
    return new DossierNumber("RX-2000-%04d".formatted(rank));
  }

  private List<Dossier> dossiers(Unit unit) {
    List<Dossier> dossiers = new ArrayList<>();
    for (Person person : one.people()) {
      dossiers.add(dossier(unit, person, dossiers.size() + 1));
    }
    return dossiers;
  }

  private Dossier dossier(Unit unit, Person person, int rank) {
    return new Dossier(
        number(rank),
        "case-" + rank,
        DELIVERY,
        DELIVERY,
        call.id(),
        unit.code(),
        rank,
        call.categoryField().flatMap(person.form()::text),
        Candidate.of(person.form(), call.person()),
        person.form(),
        one.parcel().isPresent()
            ? Map.of()
            : person.paper().map(paper -> CasePaper.fields(call, person, paper)).orElse(Map.of()),
        Optional.empty(),
        files.ofCandidate(person),
        List.of(),
        "报送清单 第 " + rank + " 行",
        DossierState.RECEIVED,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** A day after everything arrived, unless the case says when. */
  private Instant asOf() {
    LocalDateTime last =
        Stream.concat(
                one.arrivals().stream().map(a -> a.until().orElse(a.received())),
                one.parcel().map(Case.Parcel::received).stream())
            .max(LocalDateTime::compareTo)
            .orElseThrow();
    return one.asOf()
        .map(at -> at.atZone(zone).toInstant())
        .orElse(last.atZone(zone).toInstant().plus(Duration.ofDays(1)));
  }

  /** Only who the case itself lists: the office's own lists must not decide a case. */
  private static Call listing(Call call, Case one) {
    return call.with(
        call.selected().stream()
            .map(l -> l.of(one.selected().getOrDefault(l.id(), new SelectedPeople(List.of()))))
            .toList());
  }

  private static Call inMode(Call call, String mode) {
    return call.with(
        paper ->
            new PaperPolicy(
                Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                paper.compared(),
                paper.consistency(),
                paper.mismatch(),
                paper.declaredSuffices(),
                paper.waitDays()));
  }
}
