package cn.baosong.store;

import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.decision.PendingRuling.State;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.PendingRulings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rulings that take a second person, in SQL; the journal keeps those before the latest. */
public final class SqlPendingRulings implements PendingRulings {
  private static final String WAITING = "state = '" + State.AWAITS_SECOND_PERSON + "'";

  /** That of a row of dossiers one waits. */
  static final String OF_DOSSIER =
      "number in (select dossier from pending_ruling where " + WAITING + ")";

  private final Book book;

  public SqlPendingRulings(Book book) {
    this.book = book;
  }

  @Override
  public Optional<PendingRuling> latest(DossierNumber dossier) {
    return book.jdbc()
        .sql("select doc from pending_ruling where dossier = ?")
        .param(dossier.value())
        .query(String.class)
        .optional()
        .map(doc -> book.docs().read(doc, PendingRuling.class));
  }

  @Override
  public Map<DossierNumber, PendingRuling> awaiting(Collection<DossierNumber> dossiers) {
    return Batches.of(dossiers).stream()
        .flatMap(some -> docs(some).stream())
        .map(doc -> book.docs().read(doc, PendingRuling.class))
        .collect(Collectors.toMap(PendingRuling::dossier, Function.identity()));
  }

  private List<String> docs(List<String> dossiers) {
    return book.jdbc()
        .sql("select doc from pending_ruling where dossier in (:dossiers) and " + WAITING)
        .param("dossiers", dossiers)
        .query(String.class)
        .list();
  }

  @Override
  public long awaiting() {
    return book.jdbc()
        .sql("select count(*) from pending_ruling where " + WAITING)
        .query(Long.class)
        .single();
  }

  @Override
  public void save(PendingRuling ruling, Act act) {
    Row row = row(ruling);
    book.together(
        () -> {
          if (ruling.state() != State.AWAITS_SECOND_PERSON) {
            book.update(row, WAITING, act);
          } else if (latest(ruling.dossier()).isPresent()) {
            book.update(row, "state <> '" + State.AWAITS_SECOND_PERSON + "'", act);
          } else {
            book.insert(row, act);
          }
        });
  }

  static Row row(PendingRuling ruling) {
    Columns columns =
        new Columns().with("state", ruling.state().name()).at("proposed_at", ruling.at());
    return new Row(Table.PENDING_RULING, ruling.dossier().value(), ruling, columns);
  }
}
