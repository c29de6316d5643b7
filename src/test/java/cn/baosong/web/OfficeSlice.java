package cn.baosong.web;

import cn.baosong.core.check.SecondPerson;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.notice.LetterWriter;
import cn.baosong.core.submission.Opened;
import cn.baosong.desk.AssignmentAdvice;
import cn.baosong.desk.AssignmentDesk;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Bearings;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CascadeDesk;
import cn.baosong.desk.CaseDesk;
import cn.baosong.desk.CaseLock;
import cn.baosong.desk.ChainDesk;
import cn.baosong.desk.Changes;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.ClearanceDesk;
import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.CoverSheets;
import cn.baosong.desk.CustodyDesk;
import cn.baosong.desk.DispatchDesk;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.FormDesk;
import cn.baosong.desk.GuardedDossiers;
import cn.baosong.desk.HoldDesk;
import cn.baosong.desk.KeyingDesk;
import cn.baosong.desk.LeafPress;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.LetterFiles;
import cn.baosong.desk.Letters;
import cn.baosong.desk.MailListDesk;
import cn.baosong.desk.MailQueue;
import cn.baosong.desk.MailRoomLeaves;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.Numbers;
import cn.baosong.desk.Originals;
import cn.baosong.desk.PackageFiles;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.PaperFiling;
import cn.baosong.desk.Papers;
import cn.baosong.desk.ParcelDesk;
import cn.baosong.desk.ParcelFileDesk;
import cn.baosong.desk.PostRules;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.QueueDesk;
import cn.baosong.desk.Queues;
import cn.baosong.desk.ReadingDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.RulingLetters;
import cn.baosong.desk.ScanDesk;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.Screenings;
import cn.baosong.desk.SealDesk;
import cn.baosong.desk.SenderAdvice;
import cn.baosong.desk.SenderDesk;
import cn.baosong.desk.Senders;
import cn.baosong.desk.SettlementDesk;
import cn.baosong.desk.SilenceRule;
import cn.baosong.desk.Speakers;
import cn.baosong.desk.StrayDesk;
import cn.baosong.desk.Strays;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.TimesDesk;
import cn.baosong.desk.UndeliveredDesk;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.Units;
import cn.baosong.desk.night.Endings;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.desk.night.NightDesk;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.desk.route.RouteModels;
import cn.baosong.json.Json;
import cn.baosong.print.PdfForm;
import cn.baosong.print.PdfLeaf;
import cn.baosong.print.ShippedWording;
import cn.baosong.print.WorkbookPress;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.ocr.Tesseract;
import cn.baosong.reader.parcel.JsonParcels;
import cn.baosong.reader.scan.CoverPhotos;
import cn.baosong.reader.sheet.MailRoomLists;
import cn.baosong.store.Book;
import cn.baosong.store.Dialect;
import cn.baosong.store.FileArchive;
import cn.baosong.store.JdbcUnitOfWork;
import cn.baosong.store.SqlAccounts;
import cn.baosong.store.SqlAudit;
import cn.baosong.store.SqlAuditTrail;
import cn.baosong.store.SqlBacklogs;
import cn.baosong.store.SqlConsignments;
import cn.baosong.store.SqlContacts;
import cn.baosong.store.SqlCorrespondences;
import cn.baosong.store.SqlCovers;
import cn.baosong.store.SqlDossiers;
import cn.baosong.store.SqlFailures;
import cn.baosong.store.SqlLetters;
import cn.baosong.store.SqlMailFolders;
import cn.baosong.store.SqlMailings;
import cn.baosong.store.SqlNights;
import cn.baosong.store.SqlNumbers;
import cn.baosong.store.SqlOriginals;
import cn.baosong.store.SqlPapers;
import cn.baosong.store.SqlPendingRulings;
import cn.baosong.store.SqlProbes;
import cn.baosong.store.SqlProposals;
import cn.baosong.store.SqlQueues;
import cn.baosong.store.SqlRecords;
import cn.baosong.store.SqlScans;
import cn.baosong.store.SqlScreenings;
import cn.baosong.store.SqlSenders;
import cn.baosong.store.SqlShares;
import cn.baosong.store.SqlStrays;
import cn.baosong.store.SqlSubmissions;
import cn.baosong.store.SqlUnitCalls;
import cn.baosong.store.SqlUnitTallies;
import cn.baosong.store.TimeLimit;
import cn.baosong.web.PlayedOffice.TickingClock;
import cn.baosong.web.PlayedOffice.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The web with the real desks and the real store in memory; what carries and reads is played. */
@EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@Import(DraftSlice.class)
@ComponentScan(
    excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|OfficeSlice).*"))
class OfficeSlice {
  static final String PASSWORD = "first-Password-1";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Decisions that a letter was asked for. */
  static final class ToldRulings implements RulingLetters {
    final List<Decision> told = new ArrayList<>();

    @Override
    public void write(cn.baosong.core.dossier.Dossier after, Decision ruled) {
      told.add(ruled);
    }

    @Override
    public Optional<cn.baosong.core.notice.Letter> preview(
        cn.baosong.core.dossier.Dossier after, Decision ruled) {
      return Optional.empty();
    }
  }

  @Bean
  TickingClock office() {
    return new TickingClock();
  }

  @Bean
  WallClock wall() {
    return new WallClock();
  }

  @Bean
  WebOffice webOffice(TickingClock office, WallClock wall) {
    return new WebOffice(office, wall, ZONE, () -> Duration.ofDays(-2000), Optional.of(PASSWORD));
  }

  @Bean
  Book book(JdbcClient jdbc, PlatformTransactionManager manager, TickingClock office) {
    return new Book(jdbc, manager, Json.mapper(), office);
  }

  @Bean
  SqlSubmissions submissions(Book book) {
    return new SqlSubmissions(book);
  }

  @Bean
  SqlPendingRulings pendingRulings(Book book) {
    return new SqlPendingRulings(book);
  }

  @Bean
  Dossiers dossiers(Book book, SqlPendingRulings pending, UnitOfWork work, TickingClock office) {
    return new GuardedDossiers(new SqlDossiers(book), pending, work, office);
  }

  @Bean
  SqlMailings mailings(Book book) {
    return new SqlMailings(book);
  }

  @Bean
  MailingDesk mailingDesk(
      SqlMailings mailings,
      Letters letters,
      LetterFiles files,
      LetterDesk desk,
      TickingClock clock) {
    return new MailingDesk(
        new MailingDesk.Books(mailings, letters, files),
        desk,
        new PostRules(
            PostRules.Line.ENCRYPTED, Map.of(), 0, Duration.ZERO, Duration.ZERO, Duration.ZERO),
        clock,
        ZONE);
  }

  @Bean
  UndeliveredDesk undeliveredDesk(
      SqlMailings mailings,
      Letters letters,
      Submissions submissions,
      Units units,
      Speakers speakers,
      UnitOfWork work,
      TickingClock clock) {
    MailQueue queue =
        new MailQueue(
            new MailQueue.Books(mailings, letters, submissions, units, speakers),
            clock,
            ZONE,
            true);
    return new UndeliveredDesk(mailings, letters, queue, work, clock);
  }

  @Bean
  SqlLetters letters(Book book) {
    return new SqlLetters(book);
  }

  @Bean
  SqlPapers papers(Book book) {
    return new SqlPapers(book);
  }

  @Bean
  SqlQueues queues(Book book) {
    return new SqlQueues(book);
  }

  @Bean
  SqlAccounts accounts(Book book) {
    return new SqlAccounts(book);
  }

  @Bean
  SqlAudit audit(Book book) {
    return new SqlAudit(book);
  }

  @Bean
  SqlAuditTrail auditTrail(DataSource source, PlatformTransactionManager manager)
      throws IOException {
    return new SqlAuditTrail(source, manager, Files.createTempDirectory("baosong-web"));
  }

  @Bean
  ChainDesk chainDesk(SqlAuditTrail trail, SqlAudit audit, TickingClock office) {
    return new ChainDesk(trail, audit, office);
  }

  @Bean
  SqlFailures failures(Book book) {
    return new SqlFailures(book);
  }

  @Bean
  SqlRecords records(JdbcClient jdbc, PlatformTransactionManager manager) {
    return new SqlRecords(
        jdbc, new TimeLimit(jdbc, manager, Dialect.H2, Duration.ofSeconds(5)), Json.mapper());
  }

  @Bean
  SqlNumbers numbers(JdbcClient jdbc, PlatformTransactionManager manager) {
    return new SqlNumbers(jdbc, manager);
  }

  @Bean
  SettlementDesk settlementDesk(
      PlayedOffice.ListedCalls calls,
      JdbcClient jdbc,
      PlatformTransactionManager manager,
      Records records,
      Audit audit,
      UnitOfWork work,
      TickingClock clock) {
    return new SettlementDesk(
        calls,
        calls,
        new SqlUnitCalls(jdbc, manager),
        new SettlementDesk.Books(records, audit, work),
        new SettlementDesk.Today(clock, ZONE),
        call -> false);
  }

  @Bean
  CascadeDesk cascadeDesk(Calls calls, Units units, Dossiers dossiers) {
    return new CascadeDesk(calls, units, dossiers);
  }

  @Bean
  CaseLock caseLock(JdbcClient jdbc, PlatformTransactionManager manager) {
    return new CaseLock(new SqlUnitCalls(jdbc, manager), new JdbcUnitOfWork(manager));
  }

  @Bean
  UnitOfWork unitOfWork(PlatformTransactionManager manager) {
    return new JdbcUnitOfWork(manager);
  }

  @Bean
  PlayedOffice.ListedCalls calls() {
    return new PlayedOffice.ListedCalls();
  }

  @Bean
  PlayedOffice.ListedUnits units() {
    return new PlayedOffice.ListedUnits();
  }

  @Bean
  PlayedOffice.RecordingCounter counter() {
    return new PlayedOffice.RecordingCounter();
  }

  @Bean
  PlayedOffice.FullDisk intake() {
    return new PlayedOffice.FullDisk();
  }

  @Bean
  PlayedOffice.Restless changes() {
    return new PlayedOffice.Restless();
  }

  @Bean
  PlayedOffice.OneRoute routes() {
    return new PlayedOffice.OneRoute();
  }

  @Bean
  RouteDesk routeDesk(PlayedOffice.OneRoute routes, Audit audit) {
    return new RouteDesk(routes, audit, Duration.ofMinutes(15), Clock.systemUTC());
  }

  @Bean
  RouteModels routeModels() {
    return route -> Optional.empty();
  }

  @Bean
  PlayedOffice.NoRouteFiles routeFiles() {
    return new PlayedOffice.NoRouteFiles();
  }

  @Bean
  SqlBacklogs backlogs(JdbcClient jdbc) {
    return new SqlBacklogs(jdbc);
  }

  @Bean
  PlayedOffice.OneFolder reconciliation() {
    return new PlayedOffice.OneFolder();
  }

  @Bean
  SqlCorrespondences correspondences(Book book) {
    return new SqlCorrespondences(book);
  }

  @Bean
  ChannelDesk channelDesk(
      PlayedOffice.OneFolder sources,
      Book book,
      JdbcClient jdbc,
      Audit audit,
      TickingClock office,
      WallClock wall) {
    ProbeDesk probes =
        new ProbeDesk(List.of(), new SqlProbes(jdbc), Duration.ZERO, Duration.ofMinutes(15), wall);
    SilenceRule silence =
        new SilenceRule(
            PlayedOffice.workingDays(),
            ZONE,
            LocalTime.of(8, 30),
            LocalTime.of(18, 0),
            Duration.ofHours(4),
            office);
    return new ChannelDesk(sources, new SqlMailFolders(book), probes, silence, audit, wall);
  }

  @Bean
  PackageFiles packageFiles() {
    return (original, name, wanted) -> Optional.empty();
  }

  @Bean
  PlayedOffice.NoFiles letterFiles() {
    return new PlayedOffice.NoFiles();
  }

  @Bean
  ToldRulings rulingLetters() {
    return new ToldRulings();
  }

  @Bean
  AssignmentDesk assignmentDesk(
      Submissions submissions, Calls calls, Units units, UnitOfWork work) {
    return new AssignmentDesk(submissions, calls, units, work);
  }

  @Bean
  FileArchive archive() throws IOException {
    return new FileArchive(Files.createTempDirectory("baosong-web"), Json.mapper());
  }

  @Bean
  SqlScreenings screenings(JdbcClient jdbc) {
    return new SqlScreenings(jdbc);
  }

  @Bean
  PlayedOffice.PlayedScanner scanner() {
    return new PlayedOffice.PlayedScanner();
  }

  @Bean
  LetterDesk letterDesk(
      Letters letters,
      Submissions submissions,
      Dossiers dossiers,
      Papers papers,
      JdbcClient jdbc,
      PlatformTransactionManager manager,
      Calls calls,
      Units units,
      Speakers speakers,
      TickingClock clock) {
    return new LetterDesk(
        new LetterWriter(ShippedWording.load(), Optional.empty(), ZONE),
        new LetterDesk.Books(
            letters, submissions, dossiers, papers, new SqlUnitCalls(jdbc, manager)),
        letter -> Path.of(""),
        calls,
        units,
        speakers,
        PlayedOffice.workingDays(),
        clock,
        ZONE);
  }

  @Bean
  SqlSenders senders(Book book) {
    return new SqlSenders(book);
  }

  @Bean
  Speakers speakers(Units units, Senders senders) {
    return new Speakers(units, senders);
  }

  @Bean
  Bearings bearings(Calls calls, Units units, Speakers speakers) {
    return new Bearings(calls, units, speakers, ZONE);
  }

  @Bean
  SenderAdvice senderAdvice(Units units, Senders senders, Calls calls, Bearings bearings) {
    return new SenderAdvice(units, senders, calls, bearings);
  }

  @Bean
  SenderDesk senderDesk(
      Senders senders,
      Submissions submissions,
      LetterDesk letters,
      Bearings bearings,
      Units units,
      UnitOfWork work,
      TickingClock clock) {
    return new SenderDesk(
        new SenderDesk.Books(senders, submissions, letters), bearings, units, work, clock);
  }

  @Bean
  TimesDesk timesDesk(
      Calls calls, Units units, Submissions submissions, Papers papers, TickingClock clock) {
    return new TimesDesk(
        calls,
        units,
        new TimesDesk.Books(submissions, papers),
        PlayedOffice.workingDays(),
        clock,
        ZONE);
  }

  @Bean
  SealDesk sealDesk(
      FileArchive archive, Submissions submissions, LetterDesk letters, TickingClock clock) {
    return new SealDesk(archive, submissions, letters, clock);
  }

  @Bean
  SqlConsignments consignments(Book book) {
    return new SqlConsignments(book);
  }

  @Bean
  SqlUnitTallies unitTallies(JdbcClient jdbc) {
    return new SqlUnitTallies(jdbc);
  }

  @Bean
  SqlContacts contacts(Book book) {
    return new SqlContacts(book);
  }

  @Bean
  Endings endings() {
    return new Endings(PlayedOffice.workingDays(), ZONE);
  }

  @Bean
  NightDesk nightDesk(
      Calls calls,
      Endings endings,
      Records records,
      SqlShares shares,
      Submissions submissions,
      Book book,
      JdbcClient jdbc,
      Changes changes,
      TimesDesk times,
      TickingClock clock) {
    return new NightDesk(
        calls,
        endings,
        new NearDeadlines.Span(Duration.ofDays(3), Duration.ZERO),
        new NightDesk.Books(
            new SqlNights(jdbc, Json.mapper()),
            records,
            shares,
            submissions,
            new SqlMailFolders(book),
            changes),
        times,
        clock);
  }

  @Bean
  MissingUnits missingUnits(Calls calls, Units units, SqlUnitTallies tallies, TickingClock clock) {
    return new MissingUnits(
        calls, units, tallies, new MissingUnits.Calendar(PlayedOffice.workingDays(), ZONE), clock);
  }

  @Bean
  ReminderDesk reminderDesk(
      MissingUnits missing,
      Calls calls,
      Letters letters,
      SqlContacts contacts,
      Numbers numbers,
      CaseLock lock,
      TickingClock clock) {
    return new ReminderDesk(
        missing,
        calls,
        new ReminderDesk.Outgoing(
            new LetterWriter(ShippedWording.load(), Optional.empty(), ZONE),
            letters,
            contacts,
            numbers),
        lock,
        new ReminderDesk.Pace(clock, ZONE, Duration.ofDays(3)));
  }

  @Bean
  SqlShares shares(JdbcClient jdbc) {
    return new SqlShares(jdbc);
  }

  @Bean
  SqlProposals proposals(JdbcClient jdbc) {
    return new SqlProposals(jdbc, Json.mapper());
  }

  @Bean
  ScreeningDesk screeningDesk(
      PlayedOffice.PlayedScanner scanner,
      FileArchive archive,
      Submissions submissions,
      Screenings screenings,
      SealDesk seals,
      WallClock wall) {
    return new ScreeningDesk(Optional.of(scanner), archive, submissions, screenings, seals, wall);
  }

  @Bean
  AssignmentAdvice assignmentAdvice(
      SqlRecords records, Submissions submissions, Calls calls, Units units) {
    return new AssignmentAdvice(records, submissions, calls, units);
  }

  @Bean
  SqlCovers covers(Book book) {
    return new SqlCovers(book);
  }

  @Bean
  CoverDesk coverDesk(
      FileArchive archive, SqlCovers covers, ScreeningDesk screening, TickingClock clock) {
    return new CoverDesk(archive, new CoverPhotos(), covers, screening, clock);
  }

  @Bean
  ScanDesk scanDesk(
      FileArchive archive,
      SqlScans scans,
      SealDesk seals,
      ScreeningDesk screening,
      CaseLock lock,
      TickingClock clock) {
    return new ScanDesk(
        archive,
        (original, name) -> Opened.closed(Opened.Outcome.READ),
        scans,
        seals,
        screening,
        lock,
        clock);
  }

  @Bean
  ParcelFileDesk parcelFileDesk(
      CoverSheets sheets, PaperDesk desk, ScanDesk scans, ScreeningDesk screening) {
    return new ParcelFileDesk(new JsonParcels(), sheets, desk, scans, screening);
  }

  @Bean
  MailRoomLists mailLists() {
    return new MailRoomLists();
  }

  @Bean
  MailListDesk mailListDesk(
      MailRoomLists lists, PaperDesk desk, SqlAudit audit, Calls calls, Units units) {
    return new MailListDesk(lists, desk, audit, calls, units, ZONE);
  }

  @Bean
  SqlOriginals originals(Book book) {
    return new SqlOriginals(book);
  }

  @Bean
  SqlStrays strays(Book book) {
    return new SqlStrays(book);
  }

  @Bean
  CustodyDesk custodyDesk(Originals originals, TickingClock clock) {
    return new CustodyDesk(originals, clock);
  }

  @Bean
  ParcelDesk parcelDesk(
      Papers papers,
      Dossiers dossiers,
      Records records,
      PaperFiling filing,
      CustodyDesk custody,
      Calls calls,
      Units units,
      LetterDesk letters,
      CaseLock lock,
      TickingClock clock) {
    return new ParcelDesk(
        new ParcelDesk.Books(papers, records, dossiers),
        filing,
        custody,
        new ParcelDesk.Whither(calls, units),
        letters,
        lock,
        clock);
  }

  @Bean
  StrayDesk strayDesk(
      Strays strays, PaperDesk desk, Numbers numbers, UnitOfWork work, TickingClock clock) {
    return new StrayDesk(strays, desk, numbers, work, clock, ZONE);
  }

  @Bean
  CoverSheets coverSheets(Submissions submissions, Dossiers dossiers) {
    return new CoverSheets(submissions, dossiers);
  }

  @Bean
  LeafPress leafPress() {
    return new PdfLeaf();
  }

  @Bean
  MailRoomLeaves mailRoomLeaves(Originals originals, Calls calls, Units units) {
    return new MailRoomLeaves(originals, calls, units, ZONE);
  }

  @Bean
  SqlScans scans(Book book) {
    return new SqlScans(book);
  }

  @Bean
  KeyingDesk keyingDesk(
      SqlScans scans, Dossiers dossiers, Calls calls, CaseLock lock, TickingClock clock) {
    return new KeyingDesk(
        scans,
        dossiers,
        calls,
        new FieldDifferences(ReferenceData.bundled().characterVariants()),
        lock,
        clock);
  }

  /** Nothing is scanned here, so that nothing is read. */
  @Bean
  ReadingDesk readingDesk(
      SqlScans scans,
      Dossiers dossiers,
      Submissions submissions,
      Calls calls,
      FormDesk forms,
      FileArchive archive,
      PackageFiles files,
      CaseLock lock)
      throws IOException {
    return new ReadingDesk(
        new ReadingDesk.Books(scans, dossiers, submissions, calls),
        forms,
        new ReadingDesk.Tools(
            archive,
            files,
            order -> {
              throw new IOException("nothing is cut here");
            },
            new Tesseract(
                new Tesseract.Engine(false, "tesseract", "chi_sim", Duration.ofSeconds(1), 1))),
        new FieldDifferences(ReferenceData.bundled().characterVariants()),
        lock,
        Files.createTempDirectory("crops"));
  }

  @Bean
  FormDesk formDesk() {
    return new FormDesk(
        new PdfForm(), new FieldDifferences(ReferenceData.bundled().characterVariants()));
  }

  @Bean
  WorkbookPress sheetPress() {
    return new WorkbookPress();
  }

  @Bean
  ClearanceDesk clearanceDesk(
      Submissions submissions, Screenings screenings, SealDesk seals, UnitOfWork work) {
    return new ClearanceDesk(submissions, screenings, seals, work);
  }

  @Bean
  HoldDesk holdDesk(Letters letters, UnitOfWork work) {
    return new HoldDesk(letters, work);
  }

  @Bean
  PaperFiling paperFiling(
      FileArchive archive,
      Submissions submissions,
      Dossiers dossiers,
      Numbers numbers,
      LetterDesk letters,
      TickingClock clock) {
    return new PaperFiling(archive, submissions, dossiers, numbers, letters, clock, ZONE);
  }

  @Bean
  PaperDesk paperDesk(
      Papers papers,
      Numbers numbers,
      PaperFiling filing,
      Calls calls,
      Units units,
      CaseLock lock,
      TickingClock clock,
      CustodyDesk custody) {
    return new PaperDesk(
        new PaperDesk.Register(papers, numbers, custody),
        filing,
        calls,
        units,
        lock,
        new PaperDesk.Today(clock, ZONE, new SecondPerson(PlayedOffice.workingDays(), ZONE)));
  }

  @Bean
  QueueDesk queueDesk(Queues queues, Dossiers dossiers, CaseLock lock, TickingClock clock) {
    return new QueueDesk(queues, dossiers, lock, clock);
  }

  @Bean
  CaseDesk caseDesk(
      Dossiers dossiers,
      Submissions submissions,
      Letters letters,
      FileArchive archive,
      PlayedOffice.NoFiles files,
      TickingClock clock) {
    return new CaseDesk(
        new CaseDesk.Books(dossiers, submissions, letters),
        archive,
        files,
        (file, zip) -> Files.writeString(zip, file.dossier().number().value()),
        clock,
        ZONE);
  }

  @Bean
  RulingDesk rulingDesk(
      Dossiers dossiers,
      SqlPendingRulings pending,
      Calls calls,
      Queues queues,
      ToldRulings letters,
      CaseLock lock,
      TickingClock clock) {
    return new RulingDesk(
        new RulingDesk.Books(dossiers, pending),
        calls,
        new RulingDesk.Outgoing(new DispatchDesk(dossiers, queues, clock), letters),
        lock,
        new RulingDesk.Days(clock, ZONE, PlayedOffice.workingDays()));
  }
}
