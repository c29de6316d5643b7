package cn.baosong.config;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Checks;
import cn.baosong.core.dossier.FieldDifferences;
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
import cn.baosong.desk.ClearanceDesk;
import cn.baosong.desk.Consignments;
import cn.baosong.desk.CorrespondenceDesk;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.DeliveryDesk;
import cn.baosong.desk.DispatchDesk;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.FirstLook;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.LetterFiles;
import cn.baosong.desk.Letters;
import cn.baosong.desk.MailGlance;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.Numbers;
import cn.baosong.desk.OpeningDesk;
import cn.baosong.desk.PackageReader;
import cn.baosong.desk.Papers;
import cn.baosong.desk.PartDesk;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Probes;
import cn.baosong.desk.Proposals;
import cn.baosong.desk.QueueDesk;
import cn.baosong.desk.Queues;
import cn.baosong.desk.Reception;
import cn.baosong.desk.Records;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.Scans;
import cn.baosong.desk.Screenings;
import cn.baosong.desk.SealDesk;
import cn.baosong.desk.SenderAdvice;
import cn.baosong.desk.SenderDesk;
import cn.baosong.desk.Senders;
import cn.baosong.desk.SettlementDesk;
import cn.baosong.desk.Settlements;
import cn.baosong.desk.Speakers;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.TermWatch;
import cn.baosong.desk.TimesDesk;
import cn.baosong.desk.TrustedHosts;
import cn.baosong.desk.UnitCalls;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.Units;
import cn.baosong.desk.night.Endings;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.print.WorkbookPress;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.settings.BaosongSettings;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desks of deliveries and dossiers, from the ports that they need. */
@Configuration(proxyBeanMethods = false)
class DeskWiring {
  @Bean
  Checks checks(ReferenceData data) {
    return new Checks(new FieldDifferences(data.characterVariants()));
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
      Letters letters,
      Correspondences kept,
      MailingDesk mailings,
      Submissions submissions,
      Probes probes) {
    return new CorrespondenceDesk(letters, kept, mailings, submissions, probes);
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
      BaosongSettings settings,
      Calls calls,
      Endings endings) {
    return new PartDesk(
        submissions,
        work,
        clock,
        zone,
        settings.limits().parts(),
        (call, from, to) ->
            calls.live().stream()
                .filter(one -> call.filter(id -> !id.equals(one.id())).isEmpty())
                .anyMatch(one -> endings.areBetween(one, from, to)));
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
