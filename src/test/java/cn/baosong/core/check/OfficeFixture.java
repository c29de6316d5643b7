package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.dossier.CharacterVariants;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.Keyings;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.PageMark;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One unit in one call, as the office has it on record; times are Beijing time. */
public final class OfficeFixture {
  static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  static final FieldDifferences DIFFERENCES =
      new FieldDifferences(new CharacterVariants("test/1", Map.of((int) '陳', (int) '陈')));
  static final WorkingDays CALENDAR =
      new WorkingDays(
          Map.of(
              2017,
              year("2017-04-03 2017-04-04 2017-05-01", "2017-04-01"),
              2020,
              year("2020-04-06", "2020-04-26"),
              2023,
              year(
                  "2023-09-29 2023-10-02 2023-10-03 2023-10-04 2023-10-05 2023-10-06",
                  "2023-10-07 2023-10-08")));

  final Call call;
  private String kind = "CITY_HR";
  private Instant asOf = at("2020-04-09T09:00:00");
  private WorkingDays calendar = CALENDAR;
  private final List<DeliveryFixture> deliveries = new ArrayList<>();
  private final List<PaperRecord> papers = new ArrayList<>();
  private final List<Scan> scans = new ArrayList<>();
  private final Set<String> elsewhere = new HashSet<>();
  private final List<Elsewhere.Count> counts = new ArrayList<>();
  private final List<String> aliases = new ArrayList<>();
  private int dossiers;

  public OfficeFixture(CallFixture call) {
    this.call = call.make();
  }

  public OfficeFixture unitOf(String unitKind) {
    kind = unitKind;
    return this;
  }

  OfficeFixture alsoCalled(String alias) {
    aliases.add(alias);
    return this;
  }

  public OfficeFixture asOf(String local) {
    asOf = at(local);
    return this;
  }

  OfficeFixture withoutCalendar() {
    calendar = new WorkingDays(Map.of());
    return this;
  }

  OfficeFixture elsewhere(CandidateFixture candidate) {
    elsewhere.add(candidate.key());
    return this;
  }

  /** Other units of a kind recommend so many already. */
  public OfficeFixture others(String unitKind, String category, int candidates) {
    counts.add(new Elsewhere.Count(unitKind, Optional.of(category), candidates));
    return this;
  }

  public DeliveryFixture delivery(Channel channel, String local) {
    DeliveryFixture delivery = new DeliveryFixture(this, deliveries.size() + 1);
    deliveries.add(delivery);
    return delivery.receipt(channel, local);
  }

  public DeliveryFixture mail(String local) {
    return delivery(Channel.EMAIL, local);
  }

  public OfficeFixture paper(PaperFixture paper) {
    papers.add(paper.make(papers.size() + 1, call.id()));
    return this;
  }

  /** What the mail room scanned, the latest first. */
  OfficeFixture scan(String local, Document file) {
    return scan(local, file, Optional.empty());
  }

  OfficeFixture scan(String local, Document file, Optional<PaperReading> reading) {
    return scan(local, file, reading, Optional.empty());
  }

  OfficeFixture scan(
      String local, Document file, Optional<PaperReading> reading, Optional<Keyings> typed) {
    PageMark mark = file.marks().get(0).mark();
    scans.add(
        0,
        new Scan(
            "scan-" + scans.size(),
            file,
            Optional.of(mark.call()),
            mark.reference(),
            Optional.of(unit()),
            at(local),
            Optional.empty(),
            reading,
            typed,
            Optional.empty()));
    return this;
  }

  DossierNumber nextDossier() {
    return new DossierNumber("RX-2020-%04d".formatted(++dossiers));
  }

  static UnitCode unit() {
    return new UnitCode("11999999000000000X");
  }

  public UnitCase facts() {
    return new UnitCase(
        call,
        new Unit(unit(), "某市人社局", aliases, List.of(kind), List.of(), "", "", ""),
        kind,
        deliveries.stream()
            .collect(Collectors.toMap(DeliveryFixture::number, DeliveryFixture::make)),
        dossiers().toList(),
        papers,
        scans,
        new Elsewhere(elsewhere, counts),
        calendar,
        BEIJING,
        asOf);
  }

  public Assessment assess() {
    return new Checks(DIFFERENCES).assess(facts());
  }

  /** What one check finds when only it runs. */
  List<Finding> check(Check check) {
    return check.examine(Assessment.of(facts()));
  }

  DossierTimes times(CandidateFixture candidate) {
    UnitCase facts = facts();
    Dossier dossier = candidate.dossierIn(facts);
    return Succession.of(facts).times(dossier);
  }

  TimeVerdict.Value verdict(CandidateFixture candidate) {
    return times(candidate).verdict().value();
  }

  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BEIJING).toInstant();
  }

  static SubmissionNumber submission(int serial) {
    return new SubmissionNumber("SJ-2020-%04d".formatted(serial));
  }

  private Stream<Dossier> dossiers() {
    return deliveries.stream().flatMap(DeliveryFixture::dossiers);
  }

  private static WorkingDays.Year year(String off, String makeUp) {
    return new WorkingDays.Year(days(off), days(makeUp));
  }

  private static Set<LocalDate> days(String days) {
    return Stream.of(days.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
  }
}
