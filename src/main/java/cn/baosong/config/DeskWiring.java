package cn.baosong.config;

import cn.baosong.core.call.Office;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Checks;
import cn.baosong.core.check.SecondPerson;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.notice.LetterWriter;
import cn.baosong.desk.Archive;
import cn.baosong.desk.AssessmentDesk;
import cn.baosong.desk.AssignmentAdvice;
import cn.baosong.desk.AssignmentDesk;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Bearings;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CascadeDesk;
import cn.baosong.desk.CaseBag;
import cn.baosong.desk.CaseDesk;
import cn.baosong.desk.CaseLock;
import cn.baosong.desk.CellReader;
import cn.baosong.desk.ClearanceDesk;
import cn.baosong.desk.Consignments;
import cn.baosong.desk.Contacts;
import cn.baosong.desk.CorrespondenceDesk;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.CoverSheets;
import cn.baosong.desk.Covers;
import cn.baosong.desk.CustodyDesk;
import cn.baosong.desk.DeliveryDesk;
import cn.baosong.desk.DispatchDesk;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Drill;
import cn.baosong.desk.FirstLook;
import cn.baosong.desk.HoldDesk;
import cn.baosong.desk.LeafPress;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.LetterFiles;
import cn.baosong.desk.LetterPress;
import cn.baosong.desk.Letters;
import cn.baosong.desk.MailGlance;
import cn.baosong.desk.MailListDesk;
import cn.baosong.desk.MailLists;
import cn.baosong.desk.MailRoomLeaves;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.Numbers;
import cn.baosong.desk.OpeningDesk;
import cn.baosong.desk.Originals;
import cn.baosong.desk.PackageReader;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.PaperFiling;
import cn.baosong.desk.Papers;
import cn.baosong.desk.ParcelDesk;
import cn.baosong.desk.ParcelFileDesk;
import cn.baosong.desk.PartDesk;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Proposals;
import cn.baosong.desk.QueueDesk;
import cn.baosong.desk.Queues;
import cn.baosong.desk.Reception;
import cn.baosong.desk.Records;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.ScanDesk;
import cn.baosong.desk.ScanReader;
import cn.baosong.desk.Scans;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.Screenings;
import cn.baosong.desk.SealDesk;
import cn.baosong.desk.SenderAdvice;
import cn.baosong.desk.SenderDesk;
import cn.baosong.desk.Senders;
import cn.baosong.desk.SettlementDesk;
import cn.baosong.desk.Settlements;
import cn.baosong.desk.Speakers;
import cn.baosong.desk.StrayDesk;
import cn.baosong.desk.Strays;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.TermWatch;
import cn.baosong.desk.TimesDesk;
import cn.baosong.desk.TrustedHosts;
import cn.baosong.desk.UnitCalls;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.UnitTallies;
import cn.baosong.desk.Units;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.print.FileLetterPress;
import cn.baosong.print.PdfLeaf;
import cn.baosong.print.PrintedLetters;
import cn.baosong.print.ShippedWording;
import cn.baosong.print.WorkbookPress;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.parcel.JsonParcels;
import cn.baosong.reader.scan.CoverPhotos;
import cn.baosong.reader.sheet.MailRoomLists;
import cn.baosong.settings.BaosongSettings;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desks, from the ports that they need. */
@Configuration(proxyBeanMethods = false)
class DeskWiring {
  @Bean
  Checks checks(ReferenceData data) {
    return new Checks(new FieldDifferences(data.characterVariants()));
  }

  @Bean
  FileLetterPress letterPress(BaosongSettings settings, Drill drill) throws IOException {
    return FileLetterPress.under(settings.home(), drill);
  }

  @Bean
  PrintedLetters letterFiles(BaosongSettings settings) {
    return new PrintedLetters(settings.home());
  }

  @Bean
  LetterWriter letterWriter(BaosongSettings settings, ZoneId zone) {
    BaosongSettings.OfficeSettings office = settings.office();
    Office house =
        new Office(
            office.name(),
            office.address(),
            List.of(new Office.Contact("", "", office.phone())),
            List.of(office.email()),
            Optional.empty());
    return new LetterWriter(
        ShippedWording.load(), Optional.of(house), zone, settings.scanner().isConfigured());
  }

  @Bean
  LetterDesk letterDesk(
      LetterWriter writer,
      LetterDesk.Books books,
      LetterPress press,
      Calls calls,
      Units units,
      Speakers speakers,
      WorkingDays workingDays,
      OfficeClock clock,
      ZoneId zone) {
    return new LetterDesk(writer, books, press, calls, units, speakers, workingDays, clock, zone);
  }

  @Bean
  LetterDesk.Books letterBooks(
      Letters letters,
      Submissions submissions,
      Dossiers dossiers,
      Papers papers,
      UnitCalls unitCalls) {
    return new LetterDesk.Books(letters, submissions, dossiers, papers, unitCalls);
  }

  @Bean
  Speakers speakers(Units units, Senders senders) {
    return new Speakers(units, senders);
  }

  @Bean
  FirstLook firstLook(
      MailGlance glance, Archive archive, SealDesk seals, TrustedHosts trusted, Speakers speakers) {
    return new FirstLook(glance, archive, seals, trusted, speakers);
  }

  @Bean
  Bearings bearings(Calls calls, Units units, Speakers speakers, ZoneId zone) {
    return new Bearings(calls, units, speakers, zone);
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
      OfficeClock clock) {
    return new SenderDesk(
        new SenderDesk.Books(senders, submissions, letters), bearings, units, work, clock);
  }

  @Bean
  SealDesk sealDesk(
      Archive archive, Submissions submissions, LetterDesk letters, OfficeClock clock) {
    return new SealDesk(archive, submissions, letters, clock);
  }

  @Bean
  Reception reception(
      Archive archive,
      Submissions submissions,
      Numbers numbers,
      UnitCalls unitCalls,
      LetterDesk letters,
      SealDesk seals,
      FirstLook look,
      UnitOfWork work,
      OfficeClock clock,
      ZoneId zone) {
    return new Reception(
        archive, submissions, numbers, unitCalls, letters, seals, look, work, clock, zone);
  }

  @Bean
  CorrespondenceDesk correspondenceDesk(
      Letters letters, Correspondences kept, MailingDesk mailings, Submissions submissions) {
    return new CorrespondenceDesk(letters, kept, mailings, submissions);
  }

  @Bean
  OpeningDesk openingDesk(
      Archive archive,
      PackageReader reader,
      Submissions submissions,
      Dossiers dossiers,
      Numbers numbers,
      UnitCalls unitCalls,
      LetterDesk letters,
      SealDesk seals,
      Bearings bearings,
      PartDesk parts) {
    return new OpeningDesk(
        archive,
        reader,
        submissions,
        dossiers,
        numbers,
        unitCalls,
        letters,
        seals,
        bearings,
        parts);
  }

  @Bean
  PartDesk partDesk(
      Submissions submissions,
      UnitOfWork work,
      OfficeClock clock,
      ZoneId zone,
      BaosongSettings settings) {
    return new PartDesk(submissions, work, clock, zone, settings.limits().parts());
  }

  @Bean
  AssessmentDesk assessmentDesk(
      Calls calls,
      Units units,
      Submissions submissions,
      Dossiers dossiers,
      Papers papers,
      Scans scans,
      UnitCalls unitCalls,
      Proposals proposals,
      WorkingDays workingDays,
      OfficeClock clock,
      ZoneId zone) {
    return new AssessmentDesk(
        calls,
        units,
        submissions,
        dossiers,
        new AssessmentDesk.Books(papers, scans),
        unitCalls,
        proposals,
        workingDays,
        clock,
        zone);
  }

  @Bean
  ScanDesk scanDesk(
      Archive archive,
      ScanReader reader,
      Scans scans,
      SealDesk seals,
      ScreeningDesk screening,
      CaseLock lock,
      CellReader texts,
      OfficeClock clock) {
    return new ScanDesk(archive, reader, scans, seals, screening, lock, texts, clock);
  }

  @Bean
  ParcelFileDesk parcelFileDesk(
      CoverSheets sheets, PaperDesk desk, ScanDesk scans, ScreeningDesk screening) {
    return new ParcelFileDesk(new JsonParcels(), sheets, desk, scans, screening);
  }

  @Bean
  CoverDesk coverDesk(Archive archive, Covers covers, ScreeningDesk screening, OfficeClock clock) {
    return new CoverDesk(archive, new CoverPhotos(), covers, screening, clock);
  }

  @Bean
  TimesDesk timesDesk(
      Calls calls,
      Units units,
      LetterDesk.Books books,
      WorkingDays workingDays,
      OfficeClock clock,
      ZoneId zone) {
    return new TimesDesk(
        calls,
        units,
        new TimesDesk.Books(books.submissions(), books.papers()),
        workingDays,
        clock,
        zone);
  }

  @Bean
  TermWatch termWatch(Calls calls, UnitCalls unitCalls, OfficeClock clock, ZoneId zone) {
    return new TermWatch(calls, unitCalls, clock, zone);
  }

  @Bean
  DispatchDesk dispatchDesk(Dossiers dossiers, Queues queues, OfficeClock clock) {
    return new DispatchDesk(dossiers, queues, clock);
  }

  @Bean
  CaseLock caseLock(UnitCalls unitCalls, UnitOfWork work) {
    return new CaseLock(unitCalls, work);
  }

  @Bean
  AssignmentDesk assignmentDesk(
      Submissions submissions, Calls calls, Units units, UnitOfWork work) {
    return new AssignmentDesk(submissions, calls, units, work);
  }

  @Bean
  AssignmentAdvice assignmentAdvice(
      Records records, Submissions submissions, Calls calls, Units units) {
    return new AssignmentAdvice(records, submissions, calls, units);
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
      Archive archive,
      Submissions submissions,
      Dossiers dossiers,
      Numbers numbers,
      LetterDesk letters,
      OfficeClock clock,
      ZoneId zone) {
    return new PaperFiling(archive, submissions, dossiers, numbers, letters, clock, zone);
  }

  @Bean
  PaperDesk paperDesk(
      Papers papers,
      Numbers numbers,
      PaperFiling filing,
      Calls calls,
      Units units,
      CaseLock lock,
      OfficeClock clock,
      ZoneId zone,
      WorkingDays workingDays,
      CustodyDesk custody) {
    return new PaperDesk(
        new PaperDesk.Register(papers, numbers, custody),
        filing,
        calls,
        units,
        lock,
        new PaperDesk.Today(clock, zone, new SecondPerson(workingDays, zone)));
  }

  @Bean
  MailListDesk mailListDesk(
      MailLists lists, PaperDesk desk, Audit audit, Calls calls, Units units, ZoneId zone) {
    return new MailListDesk(lists, desk, audit, calls, units, zone);
  }

  @Bean
  MailLists mailLists() {
    return new MailRoomLists();
  }

  @Bean
  CustodyDesk custodyDesk(Originals originals, OfficeClock clock) {
    return new CustodyDesk(originals, clock);
  }

  @Bean
  ParcelDesk parcelDesk(
      LetterDesk.Books books,
      Records records,
      PaperFiling filing,
      CustodyDesk custody,
      Calls calls,
      Units units,
      LetterDesk letters,
      CaseLock lock,
      OfficeClock clock) {
    return new ParcelDesk(
        new ParcelDesk.Books(books.papers(), records, books.dossiers()),
        filing,
        custody,
        new ParcelDesk.Whither(calls, units),
        letters,
        lock,
        clock);
  }

  @Bean
  StrayDesk strayDesk(
      Strays strays,
      PaperDesk desk,
      Numbers numbers,
      UnitOfWork work,
      OfficeClock clock,
      ZoneId zone) {
    return new StrayDesk(strays, desk, numbers, work, clock, zone);
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
  MailRoomLeaves mailRoomLeaves(Originals originals, Calls calls, Units units, ZoneId zone) {
    return new MailRoomLeaves(originals, calls, units, zone);
  }

  @Bean
  SettlementDesk settlementDesk(
      Settlements settlements,
      Calls calls,
      UnitCalls unitCalls,
      SettlementDesk.Books books,
      SettlementDesk.Today today,
      NearDeadlines near) {
    return new SettlementDesk(settlements, calls, unitCalls, books, today, near);
  }

  @Bean
  SettlementDesk.Today settlementToday(OfficeClock clock, ZoneId zone) {
    return new SettlementDesk.Today(clock, zone);
  }

  @Bean
  SettlementDesk.Books settlementBooks(Records records, Audit audit, UnitOfWork work) {
    return new SettlementDesk.Books(records, audit, work);
  }

  @Bean
  CascadeDesk cascadeDesk(Calls calls, Units units, Dossiers dossiers) {
    return new CascadeDesk(calls, units, dossiers);
  }

  @Bean
  MissingUnits missingUnits(
      Calls calls,
      Units units,
      UnitTallies tallies,
      WorkingDays workingDays,
      OfficeClock clock,
      ZoneId zone) {
    return new MissingUnits(
        calls, units, tallies, new MissingUnits.Calendar(workingDays, zone), clock);
  }

  @Bean
  ReminderDesk reminderDesk(
      MissingUnits missing,
      Calls calls,
      ReminderDesk.Outgoing outgoing,
      CaseLock lock,
      OfficeClock clock,
      ZoneId zone,
      BaosongSettings settings) {
    return new ReminderDesk(
        missing,
        calls,
        outgoing,
        lock,
        new ReminderDesk.Pace(clock, zone, settings.reminderPause()));
  }

  @Bean
  ReminderDesk.Outgoing reminders(
      LetterWriter writer, Letters letters, Contacts contacts, Numbers numbers) {
    return new ReminderDesk.Outgoing(writer, letters, contacts, numbers);
  }

  @Bean
  QueueDesk queueDesk(Queues queues, Dossiers dossiers, CaseLock lock, OfficeClock clock) {
    return new QueueDesk(queues, dossiers, lock, clock);
  }

  @Bean
  CaseDesk caseDesk(
      Dossiers dossiers,
      Submissions submissions,
      Letters letters,
      Archive archive,
      LetterFiles files,
      CaseBag bag,
      OfficeClock clock,
      ZoneId zone) {
    return new CaseDesk(
        new CaseDesk.Books(dossiers, submissions, letters), archive, files, bag, clock, zone);
  }

  @Bean
  DeliveryDesk deliveryDesk(CaseDesk cases, Consignments consignments) {
    return new DeliveryDesk(cases, consignments);
  }

  @Bean
  RulingDesk rulingDesk(
      Dossiers dossiers,
      PendingRulings pending,
      Calls calls,
      DispatchDesk dispatch,
      LetterDesk letters,
      CaseLock lock,
      OfficeClock clock,
      ZoneId zone,
      WorkingDays workingDays) {
    return new RulingDesk(
        new RulingDesk.Books(dossiers, pending),
        calls,
        new RulingDesk.Outgoing(dispatch, letters),
        lock,
        new RulingDesk.Days(clock, zone, workingDays));
  }
}
