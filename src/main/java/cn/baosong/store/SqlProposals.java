package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Proposal;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Proposals;
import cn.baosong.desk.Window;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proposals to decide again, in SQL. They follow from the record, so they are not journaled, and
 * come back with the assessments after the database is rebuilt.
 */
public final class SqlProposals implements Proposals {
  private final JdbcClient jdbc;
  private final Docs docs;

  public SqlProposals(JdbcClient jdbc, ObjectMapper mapper) {
    this.jdbc = jdbc;
    this.docs = new Docs(mapper);
  }

  @Override
  public void replace(CallId call, UnitCode unit, List<Proposal> proposals) {
    Map<DossierNumber, Proposal> gone = ofUnit(call, unit);
    for (Proposal proposal : proposals) {
      Proposal known = gone.get(proposal.dossier());
      if (known != null && known.isSameAs(proposal)) {
        gone.remove(proposal.dossier());
      }
    }
    gone.keySet().forEach(this::delete);
    Map<DossierNumber, Proposal> kept = ofUnit(call, unit);
    proposals.stream()
        .filter(proposal -> !kept.containsKey(proposal.dossier()))
        .forEach(proposal -> insert(call, unit, proposal));
  }

  @Override
  public Optional<Proposal> of(DossierNumber dossier) {
    return jdbc.sql("select doc from proposal where dossier = ?")
        .param(dossier.value())
        .query(String.class)
        .optional()
        .map(doc -> docs.read(doc, Proposal.class));
  }

  @Override
  public Page<Proposal> list(Filters.OfPapers filter, Window window) {
    return new Listing(
            "select doc, since as place_at, dossier as place_id from proposal", "since", "dossier")
        .whereIs("call_id", filter.call())
        .whereIs("unit_code", filter.unit())
        .newestFirst(jdbc, window, (row, n) -> docs.read(row.getString("doc"), Proposal.class));
  }

  private Map<DossierNumber, Proposal> ofUnit(CallId call, UnitCode unit) {
    return new HashMap<>(
        jdbc
            .sql("select doc from proposal where call_id = ? and unit_code = ?")
            .params(call.value(), unit.value())
            .query(String.class)
            .list()
            .stream()
            .map(doc -> docs.read(doc, Proposal.class))
            .collect(Collectors.toMap(Proposal::dossier, proposal -> proposal)));
  }

  private void delete(DossierNumber dossier) {
    jdbc.sql("delete from proposal where dossier = ?").param(dossier.value()).update();
  }

  private void insert(CallId call, UnitCode unit, Proposal proposal) {
    jdbc.sql(
            "insert into proposal (dossier, call_id, unit_code, since, doc)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            proposal.dossier().value(),
            call.value(),
            unit.value(),
            Columns.time(proposal.since()),
            docs.write(proposal))
        .update();
  }
}
