package cn.baosong.config;

import cn.baosong.desk.ChainDesk;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Drill;
import cn.baosong.desk.GuardedDossiers;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.json.Json;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.store.Book;
import cn.baosong.store.Dialect;
import cn.baosong.store.DiskRoom;
import cn.baosong.store.FileArchive;
import cn.baosong.store.JdbcUnitOfWork;
import cn.baosong.store.Journal;
import cn.baosong.store.Leases;
import cn.baosong.store.Schema;
import cn.baosong.store.SqlAccounts;
import cn.baosong.store.SqlAudit;
import cn.baosong.store.SqlAuditTrail;
import cn.baosong.store.SqlBacklog;
import cn.baosong.store.SqlConsignments;
import cn.baosong.store.SqlContacts;
import cn.baosong.store.SqlCorrespondences;
import cn.baosong.store.SqlCovers;
import cn.baosong.store.SqlDossiers;
import cn.baosong.store.SqlDrafts;
import cn.baosong.store.SqlFailures;
import cn.baosong.store.SqlLedger;
import cn.baosong.store.SqlLetters;
import cn.baosong.store.SqlMailFolders;
import cn.baosong.store.SqlMailings;
import cn.baosong.store.SqlNumbers;
import cn.baosong.store.SqlOriginals;
import cn.baosong.store.SqlPapers;
import cn.baosong.store.SqlPendingRulings;
import cn.baosong.store.SqlProposals;
import cn.baosong.store.SqlQueues;
import cn.baosong.store.SqlRecords;
import cn.baosong.store.SqlScans;
import cn.baosong.store.SqlScreenings;
import cn.baosong.store.SqlSenders;
import cn.baosong.store.SqlShares;
import cn.baosong.store.SqlStateCounts;
import cn.baosong.store.SqlStrays;
import cn.baosong.store.SqlSubmissions;
import cn.baosong.store.SqlUnitCalls;
import cn.baosong.store.SqlUnitTallies;
import cn.baosong.store.TimeLimit;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Archive, journal and database. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {
  /** What a search may take of the database's time. */
  private static final Duration SEARCH_AT_MOST = Duration.ofSeconds(5);

  @Bean
  @Primary
  ObjectMapper json() {
    return Json.mapper();
  }

  @Bean
  JdbcConnectionDetails connection(DataSourceProperties properties, BaosongSettings settings) {
    return new OfficeDatabase(properties, settings.home());
  }

  @Bean
  FileArchive archive(BaosongSettings settings, ObjectMapper json, Drill drill) throws IOException {
    return new FileArchive(settings.home(), json, drill);
  }

  /** Uploads are written to the temporary folder before they are ours. */
  @Bean
  DiskRoom intake(BaosongSettings settings, FileArchive archive) {
    return new DiskRoom(
        List.of(settings.home(), Path.of(System.getProperty("java.io.tmpdir"))),
        settings.limits().reserve().toBytes());
  }

  @Bean
  FlywayMigrationStrategy onlyForwards() {
    return Schema::migrate;
  }

  /** Before anything reads the database, journal and database are brought together. */
  @Bean
  Journal journal(
      DataSource source,
      PlatformTransactionManager manager,
      BaosongSettings settings,
      ObjectMapper json,
      Drill drill,
      FlywayMigrationInitializer migrated)
      throws IOException {
    return Journal.start(source, manager, settings.home(), json, drill);
  }

  /** As routes name it. */
  @Bean
  @Primary
  TimedBarrier barrier(Journal journal, ObjectProvider<MeterRegistry> registry) {
    return new TimedBarrier(journal, registry);
  }

  @Bean
  Book book(
      JdbcClient jdbc, PlatformTransactionManager manager, ObjectMapper json, OfficeClock clock) {
    return new Book(jdbc, manager, json, clock);
  }

  @Bean
  UnitOfWork unitOfWork(PlatformTransactionManager manager) {
    return new JdbcUnitOfWork(manager);
  }

  @Bean
  SqlNumbers numbers(JdbcClient jdbc, PlatformTransactionManager manager, Journal journal) {
    return new SqlNumbers(jdbc, manager);
  }

  @Bean
  SqlUnitCalls unitCalls(JdbcClient jdbc, PlatformTransactionManager manager, Journal journal) {
    return new SqlUnitCalls(jdbc, manager);
  }

  @Bean
  SqlSubmissions submissions(Book book) {
    return new SqlSubmissions(book);
  }

  @Bean
  SqlLedger ledger(JdbcClient jdbc, Journal journal) {
    return new SqlLedger(jdbc);
  }

  @Bean
  SqlCorrespondences correspondences(Book book, Journal journal) {
    return new SqlCorrespondences(book);
  }

  @Bean
  SqlMailFolders mailFolders(Book book, Journal journal) {
    return new SqlMailFolders(book);
  }

  @Bean
  SqlScreenings screenings(JdbcClient jdbc, Journal journal) {
    return new SqlScreenings(jdbc);
  }

  @Bean
  SqlPendingRulings pendingRulings(Book book) {
    return new SqlPendingRulings(book);
  }

  @Bean
  Dossiers dossiers(
      Book book, SqlPendingRulings pending, UnitOfWork unitOfWork, OfficeClock clock) {
    return new GuardedDossiers(new SqlDossiers(book), pending, unitOfWork, clock);
  }

  @Bean
  SqlPapers papers(Book book) {
    return new SqlPapers(book);
  }

  @Bean
  SqlCovers covers(Book book) {
    return new SqlCovers(book);
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
  SqlScans scans(Book book) {
    return new SqlScans(book);
  }

  @Bean
  SqlLetters letters(Book book) {
    return new SqlLetters(book);
  }

  @Bean
  SqlMailings mailings(Book book) {
    return new SqlMailings(book);
  }

  @Bean
  SqlAudit audit(Book book) {
    return new SqlAudit(book);
  }

  @Bean
  SqlAccounts accounts(Book book) {
    return new SqlAccounts(book);
  }

  @Bean
  SqlFailures failures(Book book) {
    return new SqlFailures(book);
  }

  @Bean
  SqlAuditTrail auditTrail(
      DataSource source, PlatformTransactionManager manager, BaosongSettings settings) {
    return new SqlAuditTrail(source, manager, settings.home());
  }

  @Bean
  ChainDesk chainDesk(SqlAuditTrail trail, SqlAudit audit, OfficeClock clock) {
    return new ChainDesk(trail, audit, clock);
  }

  @Bean
  SqlRecords records(
      JdbcClient jdbc,
      PlatformTransactionManager manager,
      DataSource source,
      ObjectMapper json,
      Journal journal) {
    return new SqlRecords(
        jdbc, new TimeLimit(jdbc, manager, Dialect.of(source), SEARCH_AT_MOST), json);
  }

  /** On H2 this is the only office on its database: what another process held, a dead one held. */
  @Bean
  Leases leases(JdbcClient jdbc, DataSource source, Journal journal) {
    Leases leases = new Leases(jdbc);
    if (Dialect.of(source) == Dialect.H2) {
      leases.endAll();
    }
    return leases;
  }

  @Bean
  SqlProposals proposals(JdbcClient jdbc, ObjectMapper json, Journal journal) {
    return new SqlProposals(jdbc, json);
  }

  @Bean
  SqlUnitTallies unitTallies(JdbcClient jdbc, Journal journal) {
    return new SqlUnitTallies(jdbc);
  }

  @Bean
  SqlBacklog backlog(JdbcClient jdbc, OfficeClock clock, Journal journal) {
    return new SqlBacklog(jdbc, clock, clock.machine());
  }

  @Bean
  SqlStateCounts stateCounts(JdbcClient jdbc, PlatformTransactionManager manager, Journal journal) {
    return new SqlStateCounts(jdbc, manager);
  }

  @Bean
  SqlContacts contacts(Book book) {
    return new SqlContacts(book);
  }

  @Bean
  SqlShares shares(JdbcClient jdbc, Journal journal) {
    return new SqlShares(jdbc);
  }

  @Bean
  SqlSenders senders(Book book) {
    return new SqlSenders(book);
  }

  @Bean
  SqlConsignments consignments(Book book) {
    return new SqlConsignments(book);
  }

  @Bean
  SqlDrafts drafts(Book book) {
    return new SqlDrafts(book);
  }

  @Bean
  SqlQueues queues(Book book) {
    return new SqlQueues(book);
  }
}
