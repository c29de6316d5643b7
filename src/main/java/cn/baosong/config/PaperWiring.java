package cn.baosong.config;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.SecondPerson;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CaseLock;
import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.CoverSheets;
import cn.baosong.desk.Covers;
import cn.baosong.desk.CustodyDesk;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.LeafPress;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.MailListDesk;
import cn.baosong.desk.MailLists;
import cn.baosong.desk.MailRoomLeaves;
import cn.baosong.desk.Numbers;
import cn.baosong.desk.Originals;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.PaperFiling;
import cn.baosong.desk.Papers;
import cn.baosong.desk.ParcelDesk;
import cn.baosong.desk.ParcelFileDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.ScanDesk;
import cn.baosong.desk.ScanReader;
import cn.baosong.desk.Scans;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.SealDesk;
import cn.baosong.desk.StrayDesk;
import cn.baosong.desk.Strays;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.Units;
import cn.baosong.print.PdfLeaf;
import cn.baosong.reader.parcel.JsonParcels;
import cn.baosong.reader.scan.CoverPhotos;
import cn.baosong.reader.sheet.MailRoomLists;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desks of paper: scans, parcels, covers, custody, from the ports that they need. */
@Configuration(proxyBeanMethods = false)
class PaperWiring {
  @Bean
  ScanDesk scanDesk(
      Archive archive,
      ScanReader reader,
      Scans scans,
      SealDesk seals,
      ScreeningDesk screening,
      CaseLock lock,
      OfficeClock clock) {
    return new ScanDesk(archive, reader, scans, seals, screening, lock, clock);
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
}
