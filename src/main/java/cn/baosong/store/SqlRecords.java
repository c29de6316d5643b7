package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.desk.Window;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record in pages, in SQL. */
public final class SqlRecords implements Records {
  private static final String LINE =
      "select number, public_id, state, call_id, unit_code, arrival, registered_at, version,"
          + " sealed, sender_waits, scan_since"
          + " from submission";

  private final JdbcClient jdbc;
  private final TimeLimit limit;
  private final Docs docs;

  /**
   * @param limit of what people search for
   */
  public SqlRecords(JdbcClient jdbc, TimeLimit limit, ObjectMapper mapper) {
    this.jdbc = jdbc;
    this.limit = limit;
    this.docs = new Docs(mapper);
  }

  @Override
  public Page<SubmissionLine> submissions(Filters.OfSubmissions filter, Window window) {
    Page<SubmissionNumber> keys =
        limit.within(
            () ->
                SubmissionList.keys(filter)
                    .newestFirst(
                        jdbc, window, (row, n) -> new SubmissionNumber(row.getString("place_id"))));
    Map<SubmissionNumber, SubmissionLine> lines = lines(keys.items());
    return new Page<>(
        keys.items().stream().map(lines::get).filter(Objects::nonNull).toList(),
        keys.next(),
        keys.previous());
  }

  @Override
  public Map<SubmissionState, Long> submissionCounts(Filters.OfSubmissions filter) {
    if (isKept(filter)) {
      return StateCounts.by(
          SubmissionState.class,
          StateCounts.byState(
              jdbc,
              Table.SUBMISSION.name(),
              filter.call().map(Object::toString),
              filter.channel().map(Enum::name)));
    }
    return limit.within(() -> SubmissionList.counts(jdbc, filter));
  }

  private static boolean isKept(Filters.OfSubmissions filter) {
    return filter.unit().isEmpty()
        && filter.words().isEmpty()
        && filter.from().isEmpty()
        && filter.until().isEmpty();
  }

  @Override
  public Page<Dossier> dossiers(Filters.OfDossiers filter, Window window) {
    Listing list =
        filter.waitsFor().isPresent() ? waiting(filter) : of(filter, dossiers(filter), "");
    Supplier<Page<Dossier>> read = () -> list.newestFirst(jdbc, window, document(Dossier.class));
    return filter.text().isPresent() ? limit.within(read) : read.get();
  }

  private static Listing dossiers(Filters.OfDossiers filter) {
    return documents("dossier", "registered_at", "number").whereIs("call_id", filter.call());
  }

  /** The reasons lead: each of them has its dossiers in the order of the list. */
  private static Listing waiting(Filters.OfDossiers filter) {
    String select =
        "select d.doc as doc, w.registered_at as place_at, w.dossier as place_id"
            + " from waiting_reason w join dossier d on d.number = w.dossier";
    Listing list =
        new Listing(select, "w.registered_at", "w.dossier").whereIs("w.call_id", filter.call());
    return of(filter, list, "d.").whereIs("w.code", filter.waitsFor().map(Enum::name));
  }

  private static Listing of(Filters.OfDossiers filter, Listing list, String table) {
    list.whereIs(table + "hand", filter.hand().map(Enum::name))
        .whereIs(table + "state", filter.state().map(Enum::name))
        .whereIs(table + "unit_code", filter.unit())
        .whereIs(table + "department", filter.department())
        .whereIs(table + "submission", filter.submission());
    filter.text().ifPresent(text -> list.whereNumberOrBeginning(table, text));
    filter.within().ifPresent(within -> list.whereAmong(table + "department", within));
    if (filter.second()) {
      list.where(table + SqlPendingRulings.OF_DOSSIER);
    }
    return list;
  }

  @Override
  public Page<Letter> letters(Filters.OfLetters filter, Window window) {
    return documents("letter", "written_at", "id")
        .whereIs("kind", filter.kind().map(Enum::name))
        .whereIs("state", filter.state().map(Enum::name))
        .whereIs("submission", filter.submission())
        .newestFirst(jdbc, window, document(Letter.class));
  }

  /** Keys first, and each state by itself: its index is walked in order. */
  @Override
  public Page<QueueLine> queue(Filters.OfQueue filter, Window window) {
    List<QueueEntry.State> states =
        filter
            .state()
            .map(List::of)
            .orElse(List.of(QueueEntry.State.QUEUED, QueueEntry.State.CLAIMED));
    Page<DossierNumber> keys =
        Listing.oldestFirst(
            states.stream().map(state -> keys(filter, state)).toList(),
            jdbc,
            window,
            (row, n) -> new DossierNumber(row.getString("place_id")));
    Map<DossierNumber, QueueLine> lines = queued(keys.items());
    return new Page<>(
        keys.items().stream().map(lines::get).filter(Objects::nonNull).toList(),
        keys.next(),
        keys.previous());
  }

  private static Listing keys(Filters.OfQueue filter, QueueEntry.State state) {
    String select = "select since as place_at, dossier as place_id from queue_entry";
    return new Listing(select, "since", "dossier")
        .whereIs("department", Optional.of(filter.department()))
        .whereIs("state", Optional.of(state.name()))
        .whereWithin("since", filter.since())
        .ledBy("department", "state");
  }

  private Map<DossierNumber, QueueLine> queued(List<DossierNumber> dossiers) {
    return Batches.of(dossiers).stream()
        .flatMap(
            some ->
                jdbc
                    .sql(
                        "select q.doc as entry, d.doc as doc from queue_entry q"
                            + " join dossier d on d.number = q.dossier where q.dossier in (:some)")
                    .param("some", some)
                    .query(
                        (row, n) ->
                            new QueueLine(
                                docs.read(row.getString("entry"), QueueEntry.class),
                                docs.read(row.getString("doc"), Dossier.class)))
                    .list()
                    .stream())
        .collect(Collectors.toMap(line -> line.dossier().number(), Function.identity()));
  }

  @Override
  public Map<QueueEntry.State, Long> queueCounts(String department) {
    return StateCounts.by(
        QueueEntry.State.class,
        StateCounts.byState(
            jdbc, Table.QUEUE_ENTRY.name(), Optional.empty(), Optional.of(department)));
  }

  @Override
  public Page<PaperRecord> papers(Filters.OfPapers filter, Window window) {
    Listing list =
        documents("paper", "registered_at", "number")
            .whereIs("call_id", filter.call())
            .whereIs("unit_code", filter.unit())
            .whereWithin("registered_at", filter.registered());
    return (filter.awaiting() ? list.where("awaits_second = true") : list)
        .newestFirst(jdbc, window, document(PaperRecord.class));
  }

  @Override
  public Optional<PaperRecord> paper(PaperNumber number) {
    return jdbc.sql("select doc from paper where number = ?")
        .param(number.value())
        .query(document(PaperRecord.class))
        .optional();
  }

  @Override
  public Optional<Submission> submissionByPublicId(String publicId) {
    return jdbc.sql("select doc from submission where public_id = ?")
        .param(publicId)
        .query(document(Submission.class))
        .optional();
  }

  @Override
  public Optional<Dossier> dossierByPublicId(String publicId) {
    return jdbc.sql("select doc from dossier where public_id = ?")
        .param(publicId)
        .query(document(Dossier.class))
        .optional();
  }

  @Override
  public Map<SubmissionNumber, SubmissionLine> lines(Collection<SubmissionNumber> submissions) {
    return Batches.of(submissions).stream()
        .flatMap(
            some ->
                jdbc
                    .sql(LINE + " where number in (:numbers)")
                    .param("numbers", some)
                    .query(this::line)
                    .list()
                    .stream())
        .collect(Collectors.toMap(SubmissionLine::number, Function.identity()));
  }

  @Override
  public Map<SubmissionState, Long> submissionCounts() {
    return submissionCounts(Filters.OfSubmissions.ALL);
  }

  @Override
  public Map<DossierState, Long> dossierCounts() {
    return StateCounts.by(
        DossierState.class,
        StateCounts.byState(jdbc, Table.DOSSIER.name(), Optional.empty(), Optional.empty()));
  }

  @Override
  public Map<SubmissionNumber, List<DossierLine>> dossiersOf(
      Collection<SubmissionNumber> submissions) {
    return Batches.of(submissions).stream()
        .flatMap(
            some ->
                jdbc
                    .sql(
                        "select number, submission, candidate_name, state from dossier"
                            + " where submission in (:submissions) order by number")
                    .param("submissions", some)
                    .query((row, n) -> dossierLine(row))
                    .list()
                    .stream())
        .collect(
            Collectors.groupingBy(
                DossierLine::submission, LinkedHashMap::new, Collectors.toList()));
  }

  @Override
  public Map<String, List<Event>> timelines(Collection<String> subjects) {
    return Batches.of(subjects).stream()
        .flatMap(
            some ->
                jdbc
                    .sql(
                        "select seq, at, kind, subject, actor, reason from event"
                            + " where subject in (:subjects) order by ord")
                    .param("subjects", some)
                    .query((row, n) -> EventRow.of(row))
                    .list()
                    .stream())
        .collect(Collectors.groupingBy(Event::subject, LinkedHashMap::new, Collectors.toList()));
  }

  private static Listing documents(String table, String at, String id) {
    String select = "select doc, %s as place_at, %s as place_id from %s".formatted(at, id, table);
    return new Listing(select, at, id);
  }

  private <T> RowMapper<T> document(Class<T> type) {
    return (row, n) -> docs.read(row.getString("doc"), type);
  }

  private SubmissionLine line(ResultSet row, int n) throws SQLException {
    return new SubmissionLine(
        new SubmissionNumber(row.getString("number")),
        row.getString("public_id"),
        SubmissionState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("call_id")).map(CallId::new),
        Optional.ofNullable(row.getString("unit_code")).map(UnitCode::new),
        docs.read(row.getString("arrival"), Receipt.class),
        Columns.instant(row, "registered_at"),
        row.getBoolean("sealed"),
        row.getBoolean("sender_waits"),
        Columns.instantIfAny(row, "scan_since"),
        row.getInt("version"));
  }

  private static DossierLine dossierLine(ResultSet row) throws SQLException {
    return new DossierLine(
        new DossierNumber(row.getString("number")),
        new SubmissionNumber(row.getString("submission")),
        row.getString("candidate_name"),
        DossierState.valueOf(row.getString("state")));
  }
}
