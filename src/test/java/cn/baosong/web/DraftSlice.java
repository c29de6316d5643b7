package cn.baosong.web;

import cn.baosong.core.check.Checks;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.desk.Audit;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.Records;
import cn.baosong.desk.ReplayDesk;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.Units;
import cn.baosong.desk.digest.DigestDesk;
import cn.baosong.desk.draft.CallFolders;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.PublishingDesk;
import cn.baosong.desk.draft.TrialDesk;
import cn.baosong.desk.night.Endings;
import cn.baosong.desk.night.FreezeDesk;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.json.Json;
import cn.baosong.reader.call.CallLoader;
import cn.baosong.reader.call.CallShelf;
import cn.baosong.reader.call.CaseRunner;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.draft.ShelvedFolders;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;
import cn.baosong.store.Book;
import cn.baosong.store.SqlDigestTurns;
import cn.baosong.store.SqlDrafts;
import cn.baosong.store.SqlSeason;
import cn.baosong.store.SqlUnitCalls;
import cn.baosong.web.PlayedOffice.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The desks at which calls are changed, over a copy of one shipped call. */
class DraftSlice {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A folder of calls that a story may spoil, and the shelf that reads it. */
  static final class OwnForms {
    private static final Path SHIPPED = Path.of("forms").resolve(People.CALL.value());
    final Path call;
    final CallShelf shelf;

    /** Whether a deadline is near. */
    boolean near;

    OwnForms() throws IOException {
      Path folder = Files.createTempDirectory("baosong-drafts");
      call = Files.createDirectories(folder.resolve("forms").resolve(People.CALL.value()));
      copy();
      ReferenceData data = ReferenceData.bundled();
      Checks checks = new Checks(new FieldDifferences(data.characterVariants()));
      shelf =
          new CallShelf(
              new CallLoader(
                  new Conditions(
                      new Lookups(
                          data.titles(), data.degrees(), data.skills(), data.workingDays()))),
              folder.resolve("forms"),
              folder.resolve("calls"),
              new CaseRunner(checks, data.workingDays(), ZONE),
              call -> near);
    }

    /** As shipped again. */
    void reset() throws IOException {
      near = false;
      clear();
      copy();
      shelf.reload();
    }

    /** Takes the folder of the call away. */
    void remove() throws IOException {
      clear();
      Files.delete(call);
      shelf.reload();
    }

    private void clear() throws IOException {
      try (Stream<Path> all = Files.walk(call.resolveSibling(""))) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          if (!path.equals(call.resolveSibling("")) && !path.equals(call)) {
            Files.delete(path);
          }
        }
      }
    }

    private void copy() throws IOException {
      Files.createDirectories(call);
      try (Stream<Path> files = Files.list(SHIPPED)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, call.resolve(file.getFileName().toString()));
        }
      }
    }
  }

  @Bean
  OwnForms ownForms() throws IOException {
    return new OwnForms();
  }

  @Bean
  SqlDrafts drafts(Book book) {
    return new SqlDrafts(book);
  }

  @Bean
  CallFolders callFolders(OwnForms forms) {
    return new ShelvedFolders(
        forms.shelf, ReferenceData.bundled().workingDays(), Path.of("routes"));
  }

  @Bean
  CallHistory callHistory(Records records, Audit audit) {
    return new CallHistory(records, audit);
  }

  @Bean
  DraftDesk draftDesk(SqlDrafts drafts, CallFolders folders, UnitOfWork work, TickingClock clock) {
    return new DraftDesk(drafts, folders, work, clock);
  }

  @Bean
  PublishingDesk publishingDesk(
      SqlDrafts drafts,
      CallFolders folders,
      OwnForms forms,
      PublishingDesk.Books books,
      NearDeadlines near,
      TickingClock clock) {
    return new PublishingDesk(drafts, folders, forms.shelf, near, books, clock);
  }

  @Bean
  NearDeadlines nearDeadlines(Endings endings, TickingClock clock) {
    return new NearDeadlines(
        endings, clock, new NearDeadlines.Span(Duration.ofDays(3), Duration.ZERO));
  }

  @Bean
  FreezeDesk freezeDesk(
      OwnForms forms,
      NearDeadlines near,
      Records records,
      Audit audit,
      PublishingDesk.Books books) {
    return new FreezeDesk(
        forms.shelf,
        near,
        new FreezeDesk.Books(records, audit, books.unitCalls(), books.barrier()));
  }

  @Bean
  DigestDesk digestDesk(Records records, Audit audit, JdbcClient jdbc, TickingClock clock) {
    return new DigestDesk(
        List::of,
        (address, day, subject, text) -> {},
        new DigestDesk.Books(records, audit, new SqlDigestTurns(jdbc)),
        new DigestDesk.Rule(List.of(), LocalTime.NOON, ZONE),
        clock,
        clock);
  }

  @Bean
  PublishingDesk.Books publishingBooks(
      CallHistory history, JdbcClient jdbc, PlatformTransactionManager manager, UnitOfWork work) {
    return new PublishingDesk.Books(history, new SqlUnitCalls(jdbc, manager), work, () -> {});
  }

  /** Runs in the thread of whoever begins it. */
  @Bean
  TrialDesk trialDesk(JdbcClient jdbc, Units units, TickingClock clock) {
    ReferenceData data = ReferenceData.bundled();
    Checks checks = new Checks(new FieldDifferences(data.characterVariants()));
    SqlSeason season = new SqlSeason(jdbc, Json.mapper());
    return new TrialDesk(
        season,
        new ReplayDesk(season, units, new ReplayDesk.Rules(checks, data.workingDays(), ZONE)),
        new TrialDesk.Apart(Runnable::run, failure -> {}),
        clock);
  }
}
