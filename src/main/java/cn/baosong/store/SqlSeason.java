package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Season;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A stored season in SQL: one statement a table for many units. */
public final class SqlSeason implements Season {
  private final JdbcClient jdbc;
  private final Docs docs;

  public SqlSeason(JdbcClient jdbc, ObjectMapper mapper) {
    this.jdbc = jdbc;
    this.docs = new Docs(mapper);
  }

  @Override
  public long dossiers(CallId call) {
    return jdbc.sql("select count(*) from dossier where call_id = ?")
        .param(call.value())
        .query(Long.class)
        .single();
  }

  @Override
  public List<UnitCode> unitsAfter(CallId call, Optional<UnitCode> last, int most) {
    return jdbc
        .sql(
            "select distinct unit_code from dossier where call_id = ? and unit_code > ?"
                + " order by unit_code fetch first ? rows only")
        .params(call.value(), last.map(UnitCode::value).orElse(""), most)
        .query(String.class)
        .list()
        .stream()
        .map(UnitCode::new)
        .toList();
  }

  @Override
  public Map<UnitCode, Kept> of(CallId call, Collection<UnitCode> units) {
    Map<UnitCode, List<Dossier>> dossiers =
        documents("select doc from dossier", "number", call, units, Dossier.class).stream()
            .collect(Collectors.groupingBy(Dossier::unit));
    Map<UnitCode, List<Submission>> submissions =
        documents(
                "select doc from submission",
                "registered_at, number",
                call,
                units,
                Submission.class)
            .stream()
            .collect(Collectors.groupingBy(s -> s.unit().orElseThrow()));
    Map<UnitCode, List<Parcel>> papers =
        papers(call, units).stream().collect(Collectors.groupingBy(p -> p.paper().unit()));
    Map<UnitCode, List<Scan>> scans =
        documents("select doc from scan", "registered_at desc, id", call, units, Scan.class)
            .stream()
            .collect(Collectors.groupingBy(s -> s.unit().orElseThrow()));
    List<Dossier> all = dossiers.values().stream().flatMap(List::stream).toList();
    Map<DossierNumber, List<Decision>> history = history(all);
    CandidatesElsewhere elsewhere = CandidatesElsewhere.of(jdbc, call, all);
    Map<UnitCode, Kept> kept = new HashMap<>();
    dossiers.forEach(
        (unit, own) ->
            kept.put(
                unit,
                new Kept(
                    own,
                    submissions.getOrDefault(unit, List.of()),
                    papers.getOrDefault(unit, List.of()),
                    scans.getOrDefault(unit, List.of()),
                    own.stream()
                        .map(Dossier::number)
                        .filter(history::containsKey)
                        .collect(Collectors.toMap(Function.identity(), history::get)),
                    elsewhere.than(unit, own))));
    return kept;
  }

  private <T> List<T> documents(
      String select, String order, CallId call, Collection<UnitCode> units, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (List<String> some : Batches.of(units)) {
      of(select, order, call, some).query(String.class).list().stream()
          .map(doc -> docs.read(doc, type))
          .forEach(found::add);
    }
    return found;
  }

  private StatementSpec of(String select, String order, CallId call, List<String> units) {
    return jdbc.sql(select + " where call_id = :call and unit_code in (:units) order by " + order)
        .param("call", call.value())
        .param("units", units);
  }

  private List<Parcel> papers(CallId call, Collection<UnitCode> units) {
    List<Parcel> papers = new ArrayList<>();
    for (List<String> some : Batches.of(units)) {
      papers.addAll(
          of("select doc, registered_at from paper", "number", call, some)
              .query(
                  (row, n) ->
                      new Parcel(
                          docs.read(row.getString("doc"), PaperRecord.class),
                          Columns.instant(row, "registered_at")))
              .list());
    }
    return papers;
  }

  private Map<DossierNumber, List<Decision>> history(List<Dossier> dossiers) {
    List<DossierNumber> numbers = dossiers.stream().map(Dossier::number).toList();
    return Batches.of(numbers).stream()
        .flatMap(
            some ->
                jdbc
                    .sql("select doc from decision where dossier in (:dossiers) order by ord")
                    .param("dossiers", some)
                    .query(String.class)
                    .list()
                    .stream())
        .map(doc -> docs.read(doc, Decision.class))
        .collect(Collectors.groupingBy(Decision::dossier));
  }
}
