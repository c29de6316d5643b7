package cn.baosong.config;

import cn.baosong.core.call.Office;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.notice.LetterWriter;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CaseLock;
import cn.baosong.desk.Contacts;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Drill;
import cn.baosong.desk.HoldDesk;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.LetterPress;
import cn.baosong.desk.Letters;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.Numbers;
import cn.baosong.desk.Papers;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.desk.Speakers;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.UnitCalls;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.UnitTallies;
import cn.baosong.desk.Units;
import cn.baosong.print.FileLetterPress;
import cn.baosong.print.PrintedLetters;
import cn.baosong.print.ShippedWording;
import cn.baosong.settings.BaosongSettings;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desks that write letters, hold them and remind, from the ports that they need. */
@Configuration(proxyBeanMethods = false)
class LetterWiring {
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
  HoldDesk holdDesk(Letters letters, UnitOfWork work) {
    return new HoldDesk(letters, work);
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
}
