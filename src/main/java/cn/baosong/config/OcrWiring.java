package cn.baosong.config;

import cn.baosong.Baosong;
import cn.baosong.camel.ReadingSteps;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CaseLock;
import cn.baosong.desk.CellReader;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.FormCutter;
import cn.baosong.desk.FormDesk;
import cn.baosong.desk.KeyingDesk;
import cn.baosong.desk.PackageFiles;
import cn.baosong.desk.ReadingDesk;
import cn.baosong.desk.Scans;
import cn.baosong.desk.Submissions;
import cn.baosong.reader.apart.ReaderCommand;
import cn.baosong.reader.apart.ReaderLimits;
import cn.baosong.reader.apart.Readers;
import cn.baosong.reader.apart.ScanCutter;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.ocr.Tesseract;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.OcrSettings;
import cn.baosong.store.Journal;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reading scanned forms: programs of its own, so that it holds up nothing. */
@Configuration(proxyBeanMethods = false)
class OcrWiring {
  /** After the journal: only who holds the database may empty the folder. */
  @Bean(destroyMethod = "close")
  ScanCutter scanCutter(BaosongSettings settings, Journal journal) throws IOException {
    Readers own =
        new Readers(
            new ReaderCommand(Baosong.class, settings.limits().readerMemory().toBytes()),
            settings.home().resolve("work-paper"),
            1);
    return new ScanCutter(own, new ReaderLimits(settings.ocr().time(), settings.ocr().time()));
  }

  @Bean
  CellReader cellReader(BaosongSettings settings) {
    OcrSettings ocr = settings.ocr();
    return new Tesseract(
        new Tesseract.Engine(
            ocr.enabled(), ocr.command(), ocr.language(), ocr.time(), ocr.memory().toBytes()));
  }

  @Bean
  ReadingDesk.Books readingBooks(
      Scans scans, Dossiers dossiers, Submissions submissions, Calls calls) {
    return new ReadingDesk.Books(scans, dossiers, submissions, calls);
  }

  @Bean
  ReadingDesk.Tools readingTools(
      Archive archive, PackageFiles packages, FormCutter cutter, CellReader reader) {
    return new ReadingDesk.Tools(archive, packages, cutter, reader);
  }

  @Bean
  ReadingDesk readingDesk(
      ReadingDesk.Books books,
      ReadingDesk.Tools tools,
      FormDesk forms,
      ReferenceData data,
      CaseLock lock,
      BaosongSettings settings) {
    return new ReadingDesk(
        books,
        forms,
        tools,
        new FieldDifferences(data.characterVariants()),
        lock,
        settings.home().resolve("crops"));
  }

  @Bean
  KeyingDesk keyingDesk(
      ReadingDesk.Books books, ReferenceData data, CaseLock lock, OfficeClock clock) {
    return new KeyingDesk(
        books.scans(),
        books.dossiers(),
        books.calls(),
        new FieldDifferences(data.characterVariants()),
        lock,
        clock);
  }

  @Bean
  ReadingSteps readingSteps(ReadingDesk desk) {
    return new ReadingSteps(desk);
  }
}
