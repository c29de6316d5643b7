package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Dossiers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dossiers and decisions in SQL. */
public final class SqlDossiers implements Dossiers {
  static final List<String> COUNTING =
      Arrays.stream(DossierState.values()).filter(DossierState::counts).map(Enum::name).toList();

  private final Book book;

  public SqlDossiers(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Dossier> find(DossierNumber number) {
    return book.jdbc()
        .sql("select doc from dossier where number = ?")
        .param(number.value())
        .query(String.class)
        .optional()
        .map(doc -> book.docs().read(doc, Dossier.class));
  }

  @Override
  public List<Dossier> ofUnit(CallId call, UnitCode unit) {
    return book
        .jdbc()
        .sql("select doc from dossier where call_id = ? and unit_code = ? order by number")
        .params(call.value(), unit.value())
        .query(String.class)
        .list()
        .stream()
        .map(doc -> book.docs().read(doc, Dossier.class))
        .toList();
  }

  /**
   * A key that is only name and birth date, since the form states no sound number, finds whoever
   * has that name and birth date.
   */
  @Override
  public Set<String> liveElsewhere(CallId call, UnitCode unit, Collection<String> candidateKeys) {
    Map<String, String> byDigest =
        candidateKeys.stream()
            .distinct()
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toMap(key -> Columns.digest(key), key -> key));
    Set<String> live = new HashSet<>();
    for (List<String> some : Batches.of(byDigest.keySet())) {
      for (String column : List.of("candidate_key", "alias_key")) {
        liveElsewhere(call, unit, column, some)
            .forEach(digest -> live.add(byDigest.getOrDefault(digest, digest)));
      }
    }
    return live;
  }

  private List<String> liveElsewhere(
      CallId call, UnitCode unit, String column, List<String> digests) {
    String sql =
        "select distinct %s from dossier where call_id = :call and unit_code <> :unit"
            + " and %s in (:digests) and state in (:states)";
    return book.jdbc()
        .sql(sql.formatted(column, column))
        .param("call", call.value())
        .param("unit", unit.value())
        .param("digests", digests)
        .param("states", COUNTING)
        .query(String.class)
        .list();
  }

  @Override
  public List<Tally> tally(CallId call, UnitCode except) {
    return book.jdbc()
        .sql(
            "select unit_code, category, count(distinct candidate_key) as candidates from dossier"
                + " where call_id = :call and unit_code <> :unit and state in (:states)"
                + " group by unit_code, category order by unit_code, category")
        .param("call", call.value())
        .param("unit", except.value())
        .param("states", COUNTING)
        .query(
            (row, n) ->
                new Tally(
                    new UnitCode(row.getString("unit_code")),
                    Optional.ofNullable(row.getString("category")),
                    row.getInt("candidates")))
        .list();
  }

  @Override
  public List<Dossier> standingOf(CallId call, Collection<String> candidateKeys) {
    List<String> digests =
        candidateKeys.stream().distinct().filter(k -> !k.isEmpty()).map(Columns::digest).toList();
    return Batches.of(digests).stream()
        .flatMap(
            some ->
                book
                    .jdbc()
                    .sql(
                        "select doc from dossier where call_id = :call"
                            + " and candidate_key in (:digests) and state in (:states)")
                    .param("call", call.value())
                    .param("digests", some)
                    .param("states", COUNTING)
                    .query(String.class)
                    .list()
                    .stream())
        .map(doc -> book.docs().read(doc, Dossier.class))
        .sorted(Comparator.comparing(Dossier::number))
        .toList();
  }

  @Override
  public void save(Dossier dossier, Act act) {
    Row row = row(dossier, book.now());
    book.together(
        () -> {
          if (dossier.version() == 1) {
            book.insert(row, act);
          } else {
            book.update(row, "version = " + (dossier.version() - 1), act);
          }
          WaitingReasons.follow(book.jdbc(), dossier);
          TimeStandings.follow(book.jdbc(), dossier);
        });
  }

  static Row row(Dossier dossier, Instant now) {
    String call = dossier.call().value();
    String unit = dossier.unit().value();
    Optional<String> liveKey =
        Optional.of(dossier.state())
            .filter(state -> state == DossierState.ACCEPTED)
            .filter(state -> !dossier.candidate().key().isEmpty())
            .map(state -> Columns.digest(call, unit, dossier.candidate().key()));
    String name = Columns.clean(dossier.candidate().name(), 200);
    Columns columns =
        new Columns()
            .with("public_id", dossier.publicId())
            .with("submission", dossier.submission().value())
            .with("call_id", call)
            .with("unit_code", unit)
            .with("candidate_key", Columns.digest(dossier.candidate().key()))
            .with("alias_key", Columns.digest(dossier.candidate().alias()))
            .with("candidate_name", name)
            .with("name_1", Columns.beginning(name, 1))
            .with("name_2", Columns.beginning(name, 2))
            .maybe("live_key", liveKey)
            .with("state", dossier.state().name())
            .with("hand", dossier.handling().name())
            .maybe("department", dossier.department())
            .maybe("category", dossier.category().map(c -> Columns.clean(c, 200)))
            .firstAt("registered_at", now)
            .with("version", dossier.version());
    return new Row(Table.DOSSIER, dossier.number().value(), dossier, columns);
  }

  @Override
  public void decide(Decision decision, Act act) {
    Row row = row(decision, book.now());
    book.together(
        () -> {
          endStanding(book.jdbc(), decision.dossier());
          book.insert(row, act);
          WaitingReasons.follow(book.jdbc(), decision);
          TimeStandings.follow(book.jdbc(), decision);
        });
  }

  static void endStanding(JdbcClient jdbc, DossierNumber dossier) {
    jdbc.sql("update decision set standing = false where dossier = ? and standing = true")
        .param(dossier.value())
        .update();
  }

  static Row row(Decision decision, Instant now) {
    Columns columns =
        new Columns()
            .with("dossier", decision.dossier().value())
            .with("state", decision.state().name())
            .firstAt("decided_at", now)
            .with("standing", true);
    return new Row(Table.DECISION, decision.id(), decision, columns);
  }

  @Override
  public Map<DossierNumber, Decision> standing(Collection<DossierNumber> dossiers) {
    Map<DossierNumber, Decision> standing = new LinkedHashMap<>();
    for (List<String> some : Batches.of(dossiers)) {
      book
          .jdbc()
          .sql("select doc from decision where dossier in (:dossiers) and standing = true")
          .param("dossiers", some)
          .query(String.class)
          .list()
          .stream()
          .map(doc -> book.docs().read(doc, Decision.class))
          .forEach(decision -> standing.put(decision.dossier(), decision));
    }
    return standing;
  }

  @Override
  public List<Decision> history(DossierNumber dossier) {
    return book
        .jdbc()
        .sql("select doc from decision where dossier = ? order by ord")
        .param(dossier.value())
        .query(String.class)
        .list()
        .stream()
        .map(doc -> book.docs().read(doc, Decision.class))
        .toList();
  }
}
