package bench;

import cn.baosong.core.call.Call;
import cn.baosong.store.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the real tables with so many dossiers, two to a submission, made from the rows that one real
 * package left: every document is whole and can be read. Three years of work, 2,000 units, every
 * call, every department, four in five accepted. Acts get numbers below nought, so that the journal
 * takes them for its own. Keys that are digests in earnest rise here, since no list reads them.
 */
final class Filled {
  private static final int CACHE_KB = 500_000;

  private static final List<String> TABLES =
      List.of("submission", "receipt", "dossier", "decision", "queue_entry", "event");
  private static final Pattern INDEX = Pattern.compile("CREATE INDEX (\\S+) ON");
  private static final int PORTION = 10_000;
  private static final int A_YEAR = 400_000;
  private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红建文辉力志海波宁福生元全国胜";

  private static final String FACTS =
      """
      select x, {hash} as hash, {number} as number, {delivery} as delivery,
        'UNIT' || lpad(cast(mod(({x} + 1) / 2 * 31, 2000) as varchar(6)), 6, '0') as unit,
        case when mod(x * 37, 100) < 80 then 'ACCEPTED' when mod(x * 37, 100) < 86 then 'RETURNED'
          when mod(x * 37, 100) < 91 then 'IN_REVIEW' when mod(x * 37, 100) < 94 then 'REJECTED'
          when mod(x * 37, 100) < 98 then 'SUPERSEDED' when mod(x * 37, 100) < 99 then 'AWAITING_PAPER'
          else 'WITHDRAWN' end as state,
        case when mod(x * 37, 100) < 97 then 'PROCESSED' when mod(x * 37, 100) < 98 then 'UNASSIGNED'
          when mod(x * 37, 100) < 99 then 'UNREADABLE' else 'QUARANTINED' end as delivered,
        case when mod(x, 50) < 3 then 'QUEUED' when mod(x, 50) < 5 then 'CLAIMED'
          else 'HANDED_OVER' end as queued,
        case mod(x, 4) when 0 then 'FOLDER' when 1 then 'WEB' when 2 then 'FTP' else 'EMAIL' end as channel,
        substring('{family}', cast(1 + mod(x, 20) as integer), 1)
          || substring('{given}', cast(1 + mod(x / 20, 40) as integer), 1)
          || substring('{given}', cast(1 + mod(x / 800, 40) as integer), 1) as name,
        timestamp with time zone '2017-01-01 00:00:00+00' + {x} * interval '90' second as since,
        p.of_call, p.of_department
      from {series} join bench_spread p
        on p.i = mod(({x} + 1) / 2 * 7, (select count(*) from bench_spread))
      """;

  private final Connection sql;
  private final Dialect dialect;
  private final int dossiers;

  private Filled(Connection sql, Dialect dialect, int dossiers) {
    this.sql = sql;
    this.dialect = dialect;
    this.dossiers = dossiers;
  }

  /**
   * H2 while it is filled: it is known to give up chunks that a long statement still reads ("Chunk
   * not found"), so it may use none again for two hours; and an index is made of rows that stand in
   * memory, not on disk.
   */
  static String withoutHurry(String url) {
    long most = Runtime.getRuntime().maxMemory() / 1024 * 3 / 5;
    return url + ";WRITE_DELAY=5000;RETENTION_TIME=7200000;CACHE_SIZE=" + most;
  }

  /**
   * @param url of the database, while no office runs on it
   * @param calls whose departments the dossiers are spread over
   */
  static void fill(String url, Dialect dialect, int dossiers, List<Call> calls)
      throws SQLException {
    String user = dialect == Dialect.H2 ? "sa" : "postgres";
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      Filled filled = new Filled(connection, dialect, dossiers);
      filled.spread(calls);
      List<String> indexes = filled.dropIndexes();
      filled.rows();
      for (String index : indexes) {
        filled.run(index);
      }
      filled.run(dialect == Dialect.H2 ? "analyze" : "vacuum analyze");
      if (dialect == Dialect.H2) {
        filled.run("set retention_time 45000");
        filled.run("set cache_size " + CACHE_KB);
      }
    }
  }

  /** Number of the x-th. */
  static String number(String series, int x) {
    return String.format(
        Locale.ROOT, "%s-%d-%06d", series, 2017 + (x - 1) / A_YEAR, (x - 1) % A_YEAR + 1);
  }

  private void spread(List<Call> calls) throws SQLException {
    run("create table bench_spread (i integer primary key, of_call varchar(63), of_department varchar(100))");
    int i = 0;
    try (PreparedStatement insert =
        sql.prepareStatement("insert into bench_spread values (?, ?, ?)")) {
      for (Call call : calls) {
        for (var department : call.departments()) {
          insert.setInt(1, i++);
          insert.setString(2, call.id().value());
          insert.setString(3, department.id());
          insert.executeUpdate();
        }
      }
    }
  }

  /** What makes them again: an index is sorted at once in a fraction of the time. */
  private List<String> dropIndexes() throws SQLException {
    List<String> made = new ArrayList<>();
    for (String table : TABLES) {
      for (String index : indexes(table)) {
        Matcher name = INDEX.matcher(index);
        if (name.find() && dropped(name.group(1))) {
          made.add(index);
        }
      }
    }
    return made;
  }

  private List<String> indexes(String table) throws SQLException {
    String ask =
        dialect == Dialect.H2
            ? "script nodata nopasswords nosettings table " + table
            : "select indexdef from pg_indexes where tablename = '" + table + "'";
    List<String> found = new ArrayList<>();
    try (Statement statement = sql.createStatement();
        ResultSet rows = statement.executeQuery(ask)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found.stream().filter(line -> line.startsWith("CREATE INDEX")).toList();
  }

  /** One that a constraint needs stays. */
  private boolean dropped(String index) {
    try {
      run("drop index " + index);
      return true;
    } catch (SQLException needed) {
      return false;
    }
  }

  private void rows() throws SQLException {
    String first = one("select min(number) from dossier");
    String delivery = one("select submission from dossier where number = '" + first + "'");
    insertions("submission", "number = '" + delivery + "'", ofSubmission(delivery), dossiers / 2, 2);
    insertions("receipt", "submission = '" + delivery + "'", ofReceipt(), dossiers / 2, 2);
    insertions("dossier", "number = '" + first + "'", ofDossier(first, delivery), dossiers, 1);
    insertions("decision", "dossier = '" + first + "'", ofDecision(first), dossiers, 1);
    insertions("queue_entry", "dossier = '" + first + "'", ofEntry(first), dossiers, 1);
    insertions("event", "subject = '" + first + "'", ofEvent(), dossiers, 1);
    run("insert into unit_call (call_id, unit_code, waiting, requested)"
            + " select distinct call_id, unit_code, false, 0 from dossier d where not exists"
            + " (select 1 from unit_call u where u.call_id = d.call_id and u.unit_code = d.unit_code)");
    run("drop table bench_spread");
  }

  private Map<String, String> ofSubmission(String first) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("number", "s.delivery");
    columns.put("public_id", "'p' || substring(s.hash, 25)");
    columns.put("state", "s.delivered");
    columns.put("call_id", "s.of_call");
    columns.put("unit_code", "s.unit");
    columns.put("digest", "s.hash");
    columns.put("content", "s.hash");
    columns.put("channel", "s.channel");
    columns.put("name", "s.name || '-' || s.x || '.zip'");
    columns.put("search_name", "s.name || '-' || s.x || '.zip'");
    columns.put("received_earliest", "s.since");
    columns.put("received_latest", "s.since");
    columns.put("registered_at", "s.since");
    columns.put("needs_opening", "false");
    columns.put("doc", replaced("t.doc", List.of("'" + first + "'", "s.delivery", "t.unit_code", "s.unit", "t.call_id", "s.of_call")));
    return columns;
  }

  private static Map<String, String> ofReceipt() {
    return Map.of(
        "id", "'r' || s.x", "channel", "s.channel", "native_id", "'n' || s.x", "submission", "s.delivery");
  }

  private static Map<String, String> ofDossier(String first, String delivery) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("number", "s.number");
    columns.put("public_id", "'d' || substring(s.hash, 25)");
    columns.put("submission", "s.delivery");
    columns.put("call_id", "s.of_call");
    columns.put("unit_code", "s.unit");
    columns.put("candidate_key", "s.hash");
    columns.put("alias_key", "s.hash");
    columns.put("candidate_name", "s.name");
    columns.put("name_1", "substring(s.name, 1, 1)");
    columns.put("name_2", "substring(s.name, 1, 2)");
    columns.put("live_key", "case when s.state = 'ACCEPTED' then s.hash end");
    columns.put("state", "s.state");
    columns.put("hand", "case when s.state = 'SUPERSEDED' then 'REPLACED' when s.state in ('IN_REVIEW', 'AWAITING_PAPER') then 'WAITING' when mod(s.x, 10) = 0 then 'PERSON' else 'MACHINE' end");
    columns.put("department", "s.of_department");
    columns.put("registered_at", "s.since");
    columns.put("doc", replaced("t.doc", List.of("'" + first + "'", "s.number", "'" + delivery + "'", "s.delivery", "t.unit_code", "s.unit", "t.call_id", "s.of_call", "t.candidate_name", "s.name", "'\"ACCEPTED\"'", "'\"' || s.state || '\"'", "t.public_id", "'d' || substring(s.hash, 25)")));
    return columns;
  }

  private static Map<String, String> ofDecision(String first) {
    return Map.of(
        "id", "'e' || substring(s.hash, 25)",
        "dossier", "s.number",
        "state", "s.state",
        "decided_at", "s.since",
        "doc", replaced("t.doc", List.of("'" + first + "'", "s.number", "'\"ACCEPTED\"'", "'\"' || s.state || '\"'", "t.id", "'e' || substring(s.hash, 25)")));
  }

  /** Of those that are accepted, most have been handed over. */
  private static Map<String, String> ofEntry(String first) {
    return Map.of(
        "dossier", "s.number",
        "department", "s.of_department",
        "state", "s.queued",
        "since", "s.since",
        "doc", replaced("t.doc", List.of("'" + first + "'", "s.number", "t.department", "s.of_department", "'\"QUEUED\"'", "'\"' || s.queued || '\"'")));
  }

  private static Map<String, String> ofEvent() {
    return Map.of(
        "id", "cast('00000000-0000-4000-8000-' || lpad(cast(s.x as varchar(12)), 12, '0') as uuid)",
        "seq", "-s.x",
        "hash", "s.hash",
        "subject", "s.number",
        "doc", "'{}'");
  }

  private static String replaced(String text, List<String> pairs) {
    String made = text;
    for (int i = 0; i < pairs.size(); i += 2) {
      made = "replace(%s, %s, %s)".formatted(made, pairs.get(i), pairs.get(i + 1));
    }
    return made;
  }

  /** In portions of a transaction each. */
  private void insertions(String table, String template, Map<String, String> changed, int rows, int people)
      throws SQLException {
    String into = insertion(table, template, changed, people);
    for (int from = 1; from <= rows; from += PORTION) {
      run(into.replace("{series}", series(from, Math.min(rows, from + PORTION - 1))));
    }
  }

  private String insertion(String table, String template, Map<String, String> changed, int people)
      throws SQLException {
    List<String> into = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String column : columns(table)) {
      into.add(column);
      values.add(changed.getOrDefault(column, "t." + column));
    }
    String only = table.equals("queue_entry") ? " where s.state = 'ACCEPTED'" : "";
    return "insert into %s (%s) select %s from (%s) s cross join (select * from %s where %s fetch first 1 rows only) t%s"
        .formatted(table, String.join(", ", into), String.join(", ", values), facts(people), table, template, only);
  }

  /** What is true of the x-th dossier, or of the submission of the x-th pair. */
  private String facts(int people) {
    return FACTS
        .replace("{hash}", "lpad(cast({x} as varchar(12)), 64, '0')")
        .replace("{number}", numbered("RX", "{x}"))
        .replace("{delivery}", numbered("SJ", "(({x} + 1) / 2)"))
        .replace("{x}", people == 1 ? "x" : "(x * " + people + ")")
        .replace("{family}", FAMILY)
        .replace("{given}", GIVEN);
  }

  private static String numbered(String series, String x) {
    return ("'%s-' || cast(2017 + (%s - 1) / %d as varchar(4)) || '-'"
            + " || lpad(cast(mod(%s - 1, %d) + 1 as varchar(6)), 6, '0')")
        .formatted(series, x, A_YEAR, x, A_YEAR);
  }

  private String series(int from, int to) {
    return dialect == Dialect.H2
        ? "(select x from system_range(%d, %d)) g".formatted(from, to)
        : "generate_series(%d::bigint, %d) g(x)".formatted(from, to);
  }

  private List<String> columns(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = sql.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      ResultSetMetaData data = rows.getMetaData();
      for (int i = 1; i <= data.getColumnCount(); i++) {
        String column = data.getColumnName(i).toLowerCase(Locale.ROOT);
        if (!column.equals("ord")) {
          names.add(column);
        }
      }
    }
    return names;
  }

  private String one(String query) throws SQLException {
    try (Statement statement = sql.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw new IllegalStateException("no row to begin with");
      }
      return rows.getString(1);
    }
  }

  /** Tells what takes long, for this goes on for many minutes. */
  private void run(String statement) throws SQLException {
    long from = System.nanoTime();
    try (Statement each = sql.createStatement()) {
      each.execute(statement);
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from);
    if (seconds > 0) {
      System.out.printf("%4d s  %.60s%n", seconds, statement);
    }
  }
}
