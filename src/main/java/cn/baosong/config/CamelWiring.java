package cn.baosong.config;

import cn.baosong.camel.AllSources;
import cn.baosong.camel.AssessmentSteps;
import cn.baosong.camel.CamelCounter;
import cn.baosong.camel.ClockWatch;
import cn.baosong.camel.DeliverySteps;
import cn.baosong.camel.IntakePoll;
import cn.baosong.camel.LetterSteps;
import cn.baosong.camel.LogFacts;
import cn.baosong.camel.OpeningSteps;
import cn.baosong.camel.ReceptionSteps;
import cn.baosong.camel.ScanSteps;
import cn.baosong.camel.delivery.CaseMails;
import cn.baosong.camel.delivery.HttpProof;
import cn.baosong.camel.delivery.SftpProof;
import cn.baosong.camel.folder.ClaimShelf;
import cn.baosong.camel.folder.Doorkeeper;
import cn.baosong.camel.folder.FolderPatience;
import cn.baosong.camel.folder.FolderProbing;
import cn.baosong.camel.folder.FolderReconciliation;
import cn.baosong.camel.folder.FolderSteps;
import cn.baosong.camel.folder.LookTimes;
import cn.baosong.camel.mail.MailReconciliation;
import cn.baosong.camel.server.ServerReconciliation;
import cn.baosong.core.check.Checks;
import cn.baosong.desk.AssessmentDesk;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.CallWatch;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CorrespondenceDesk;
import cn.baosong.desk.Counter;
import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.DeliveryDesk;
import cn.baosong.desk.DispatchDesk;
import cn.baosong.desk.Drill;
import cn.baosong.desk.FirstLook;
import cn.baosong.desk.Intake;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.OpeningDesk;
import cn.baosong.desk.ParcelFileDesk;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.Reception;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.desk.ScanDesk;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.SettlementDesk;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.UnitCalls;
import cn.baosong.desk.Units;
import cn.baosong.desk.draft.PublishingDesk;
import cn.baosong.desk.night.FreezeDesk;
import cn.baosong.reader.call.CallShelf;
import cn.baosong.reader.units.UnitFile;
import cn.baosong.settings.BaosongSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The beans that routes name; their names are part of the second low-code surface. */
@Configuration(proxyBeanMethods = false)
class CamelWiring {
  /** Camel asks for it by its type. */
  @Bean
  LogFacts logFacts() {
    return new LogFacts();
  }

  @Bean
  ComponentCustomizer kamelets(BaosongSettings settings) {
    String place = "file:" + settings.routes().resolve("kamelets");
    return ComponentCustomizer.forType(
        KameletComponent.class, kamelets -> kamelets.setLocation(place));
  }

  @Bean
  ClaimShelf claimShelf(ObjectMapper json, OfficeClock clock, Drill drill) {
    return new ClaimShelf(json, clock::ofObserved, clock.machine(), drill);
  }

  @Bean
  FolderProbing folderProbing(BaosongSettings settings, ObjectProvider<ProbeDesk> desk) {
    return new FolderProbing(settings.inbox(), desk::getObject);
  }

  @Bean
  Doorkeeper doorkeeper(
      Units units,
      ClaimShelf claims,
      BaosongSettings settings,
      OfficeClock clock,
      FolderProbing probing)
      throws IOException {
    return new Doorkeeper(
        units,
        claims,
        new LookTimes(settings.home().resolve("state/looks.properties")),
        clock.machine(),
        new FolderPatience(
            settings.folder().quiet(),
            settings.folder().patience(),
            settings.folder().unfinished(),
            settings.folder().hanging(),
            settings.folder().letGo()),
        probing::took);
  }

  @Bean
  @Primary
  Reconciliation reconciliation(
      Doorkeeper doorkeeper,
      Submissions submissions,
      MailReconciliation mail,
      ServerReconciliation servers,
      OfficeClock clock) {
    return new AllSources(
        List.of(
            new FolderReconciliation(doorkeeper, submissions, clock::ofObserved), mail, servers));
  }

  @Bean
  FolderSteps folderSteps(ClaimShelf claims, Submissions submissions, Barrier barrier) {
    return new FolderSteps(claims, submissions, barrier);
  }

  @Bean
  ClockWatch clockWatch(OfficeClock clock) {
    return new ClockWatch(clock.machine(), OfficeClock::steady);
  }

  @Bean
  ReceptionSteps receptionSteps(
      Reception reception,
      FirstLook look,
      CorrespondenceDesk correspondence,
      OfficeClock clock,
      ClockWatch watch) {
    return new ReceptionSteps(reception, look, correspondence, clock, watch);
  }

  @Bean
  ScanSteps scanSteps(ScanDesk desk, CoverDesk covers, ParcelFileDesk parcels) {
    return new ScanSteps(desk, covers, parcels);
  }

  @Bean
  OpeningSteps openingSteps(OpeningDesk desk, ScreeningDesk screening) {
    return new OpeningSteps(desk, screening);
  }

  @Bean
  AssessmentSteps assessmentSteps(
      AssessmentDesk desk, Checks checks, DispatchDesk dispatch, LetterDesk letters) {
    return new AssessmentSteps(desk, checks, dispatch, letters);
  }

  @Bean
  LetterSteps letterSteps(LetterDesk desk, ReminderDesk reminders) {
    return new LetterSteps(desk, reminders);
  }

  @Bean
  DeliverySteps deliverySteps(
      DeliveryDesk desk, Calls calls, CamelContext context, BaosongSettings settings) {
    return new DeliverySteps(desk, calls, context, settings.home().resolve("outgoing"));
  }

  @Bean
  SftpProof sftpProof() {
    return new SftpProof();
  }

  @Bean
  HttpProof httpProof() {
    return new HttpProof();
  }

  @Bean
  CaseMails caseMails() {
    return new CaseMails();
  }

  @Bean
  CallWatch callWatch(
      CallShelf calls,
      UnitFile units,
      UnitCalls unitCalls,
      SettlementDesk settlements,
      PublishingDesk publishing,
      FreezeDesk freeze,
      OfficeClock clock) {
    return new CallWatch(
        now -> units.reloadWhenQuiet(now) | calls.reloadWhenQuiet(now),
        calls,
        unitCalls,
        clock.machine(),
        () -> {
          settlements.catchUp();
          publishing.catchUp();
          freeze.look();
        });
  }

  @Bean
  IntakePoll intakePoll(Intake intake) {
    return new IntakePoll(intake);
  }

  @Bean
  Counter counter(CamelContext context) {
    return new CamelCounter(context.createProducerTemplate());
  }
}
