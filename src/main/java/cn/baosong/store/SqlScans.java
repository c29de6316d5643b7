package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.dossier.Keyings;
import cn.baosong.core.dossier.Scan;
import cn.baosong.desk.Act;
import cn.baosong.desk.Scans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mail room's scans in SQL. */
public final class SqlScans implements Scans {
  private static final String MATCHING =
      "select s.doc, d.unit_code from scan s join dossier d on d.call_id = s.call_id"
          + " and (d.number = s.reference or substring(d.candidate_key, 1, 10) = s.person_key)"
          + " where s.unit_code is null and s.ended = false and d.state in (:states)"
          + " group by s.id, s.registered_at, s.doc, d.unit_code"
          + " order by s.registered_at, s.id fetch first :most rows only";

  private final Book book;

  public SqlScans(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Scan> find(String id) {
    return book.jdbc()
        .sql("select doc from scan where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  @Override
  public List<Scan> ofUnit(CallId call, UnitCode unit) {
    return book
        .jdbc()
        .sql(
            "select doc from scan where call_id = ? and unit_code = ?"
                + " order by registered_at desc, id")
        .params(call.value(), unit.value())
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public List<Scan> waiting(int most) {
    return book
        .jdbc()
        .sql(
            "select doc from scan where unit_code is null and ended = false"
                + " order by registered_at desc, id fetch first ? rows only")
        .param(most)
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  /** A draft whose person stands under two units is nobody's until a person says whose. */
  @Override
  public List<Scan> matching(int most) {
    Map<String, List<Scan>> found = new LinkedHashMap<>();
    book.jdbc()
        .sql(MATCHING)
        .param("states", SqlDossiers.COUNTING)
        .param("most", most)
        .query(
            (row, n) ->
                read(row.getString("doc")).matched(new UnitCode(row.getString("unit_code"))))
        .list()
        .forEach(scan -> found.computeIfAbsent(scan.id(), id -> new ArrayList<>()).add(scan));
    return found.values().stream().filter(s -> s.size() == 1).map(s -> s.get(0)).toList();
  }

  @Override
  public void save(Scan scan, Act act) {
    Row row = row(scan);
    book.together(
        () -> {
          if (find(scan.id()).isPresent()) {
            book.update(row, "1 = 1", act);
          } else {
            book.insert(row, act);
          }
        });
  }

  static Row row(Scan scan) {
    Columns columns =
        new Columns()
            .maybe("call_id", scan.call())
            .maybe("reference", Optional.of(scan.reference()).filter(r -> !r.isEmpty()))
            .maybe("person_key", Fingerprint.keyOfDraft(scan.reference()))
            .maybe("unit_code", scan.unit())
            .maybe("read_state", state(scan))
            .with("ended", scan.ended().isPresent())
            .at("registered_at", scan.registered());
    return new Row(Table.SCAN, scan.id(), scan, columns);
  }

  private static Optional<String> state(Scan scan) {
    boolean typed = scan.keyed().filter(Keyings::open).isPresent();
    return scan.isToBeRead() ? Optional.of("WAITING") : Optional.of("KEYING").filter(s -> typed);
  }

  @Override
  public List<Scan> keying(int most) {
    return book
        .jdbc()
        .sql(
            "select doc from scan where read_state = 'KEYING'"
                + " order by registered_at, id fetch first ? rows only")
        .param(most)
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  private Scan read(String doc) {
    return book.docs().read(doc, Scan.class);
  }
}
