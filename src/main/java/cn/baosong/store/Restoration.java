package cn.baosong.store;

import cn.baosong.core.decision.Consignment;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.dossier.Stray;
import cn.baosong.core.notice.Contact;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Outage;
import cn.baosong.core.submission.SenderBinding;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.draft.Draft;
import cn.baosong.store.JournalRows.Link;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the database what the journal knows and it does not: only a number, or the whole event with
 * its record. What the journal says was sent is sent, and nothing is sent again.
 */
final class Restoration {
  private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate work;
  private final JournalRows rows;
  private final Docs docs;
  private long restored;

  Restoration(
      JdbcClient jdbc, PlatformTransactionManager manager, JournalRows rows, ObjectMapper mapper) {
    this.jdbc = jdbc;
    this.work = new TransactionTemplate(manager);
    this.rows = rows;
    this.docs = new Docs(mapper);
  }

  void tell(List<JournalLine.Read> lines) {
    work.executeWithoutResult(status -> lines.forEach(this::tell));
  }

  private void tell(JournalLine.Read read) {
    JournalLine.Event event = read.line().event();
    if (!rows.holds(event.id())) {
      record(event);
      insert(event);
      restored++;
    }
    rows.number(List.of(new Link(read.line().seq(), event.id(), read.hash())));
  }

  private void insert(JournalLine.Event event) {
    jdbc.sql(
            "insert into event (id, at, kind, record, subject, actor, reason, doc)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            event.id(),
            Columns.time(event.at()),
            event.kind(),
            event.table().name(),
            event.subject(),
            event.actor(),
            event.reason(),
            event.doc())
        .update();
  }

  private void record(JournalLine.Event event) {
    switch (event.table()) {
      case SUBMISSION -> submission(event);
      case DOSSIER -> dossier(event);
      case DECISION -> decision(event);
      case PAPER -> put(SqlPapers.row(read(event, PaperRecord.class), event.at()), event);
      case LETTER -> put(SqlLetters.row(read(event, Letter.class), event.id(), event.at()), event);
      case MAILING ->
          put(SqlMailings.row(read(event, Mailing.class), event.id(), event.at()), event);
      case QUEUE_ENTRY -> queueEntry(event);
      case DELIVERY -> put(SqlConsignments.row(read(event, Consignment.class), event.at()), event);
      case PENDING_RULING -> put(SqlPendingRulings.row(read(event, PendingRuling.class)), event);
      case SENDER_BINDING -> put(SqlSenders.row(read(event, SenderBinding.class)), event);
      case CONTACT -> put(SqlContacts.row(read(event, Contact.class)), event);
      case CALL_DRAFT -> put(SqlDrafts.row(read(event, Draft.class)), event);
      case SCAN -> put(SqlScans.row(read(event, Scan.class)), event);
      case CORRESPONDENCE -> put(SqlCorrespondences.row(read(event, Correspondence.class)), event);
      case COVER -> put(SqlCovers.row(read(event, Cover.class)), event);
      case ORIGINAL -> put(SqlOriginals.row(read(event, Original.class)), event);
      case STRAY -> put(SqlStrays.row(read(event, Stray.class)), event);
      case OUTAGE -> put(SqlMailFolders.row(read(event, Outage.class)), event);
      case NONE -> LOG.debug("{} changed no record", event.kind());
    }
  }

  private void submission(JournalLine.Event event) {
    Submission submission = read(event, Submission.class);
    put(SqlSubmissions.row(submission, docs), event);
    SqlSubmissions.enterReceipts(jdbc, submission);
  }

  private void queueEntry(JournalLine.Event event) {
    QueueEntry entry = read(event, QueueEntry.class);
    put(SqlQueues.row(entry), event);
    SqlConsignments.follow(jdbc, entry, event.id());
  }

  private void dossier(JournalLine.Event event) {
    Dossier dossier = read(event, Dossier.class);
    put(SqlDossiers.row(dossier, event.at()), event);
    WaitingReasons.follow(jdbc, dossier);
    TimeStandings.follow(jdbc, dossier);
  }

  private void decision(JournalLine.Event event) {
    Decision decision = read(event, Decision.class);
    SqlDossiers.endStanding(jdbc, decision.dossier());
    put(SqlDossiers.row(decision, event.at()), event);
    WaitingReasons.follow(jdbc, decision);
    TimeStandings.follow(jdbc, decision);
  }

  private void put(Row row, JournalLine.Event event) {
    StateCounts.follow(
        jdbc,
        row,
        () -> {
          if (row.change(jdbc, event.doc(), "1 = 1").update() == 0) {
            row.insertion(jdbc, event.doc()).update();
          }
        });
  }

  private <T> T read(JournalLine.Event event, Class<T> type) {
    return docs.read(event.doc(), type);
  }

  /** What no event tells of: the numbers given, and which units wait; all are judged again. */
  void finish() {
    if (restored == 0) {
      return;
    }
    LOG.warn("{} acts that the database did not have were restored from the journal", restored);
    work.executeWithoutResult(
        status -> {
          List.of("submission", "dossier", "paper", "stray").forEach(t -> raise(t, "number"));
          raise("(select id from letter where kind = 'REMINDER') reminder", "id");
          jdbc.sql("update unit_call set waiting = true, requested = requested + 1").update();
          jdbc.sql(
                  "insert into unit_call (call_id, unit_code, waiting, requested)"
                      + " select distinct d.call_id, d.unit_code, true, 1 from dossier d"
                      + " where not exists (select 1 from unit_call u"
                      + " where u.call_id = d.call_id and u.unit_code = d.unit_code)")
              .update();
        });
  }

  /** Numbers look like SJ-2025-000123. */
  private void raise(String table, String number) {
    jdbc.sql(
            "select substring(%1$s, 1, 7) as series, max(%1$s) as highest from %2$s group by substring(%1$s, 1, 7)"
                .formatted(number, table))
        .query(
            row -> {
              String[] parts = row.getString("highest").split("-");
              raise(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
            });
  }

  private void raise(String series, int year, long given) {
    int known =
        jdbc.sql(
                "update number_series set given = case when given < ? then ? else given end"
                    + " where series = ? and of_year = ?")
            .params(given, given, series, year)
            .update();
    if (known == 0) {
      jdbc.sql("insert into number_series (series, of_year, given) values (?, ?, ?)")
          .params(series, year, given)
          .update();
    }
  }
}
