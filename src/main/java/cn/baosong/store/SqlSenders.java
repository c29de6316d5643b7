package cn.baosong.store;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.SenderBinding;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Senders;
import cn.baosong.desk.Window;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Addresses and the units for which they speak, in SQL. */
public final class SqlSenders implements Senders {
  private static final String HOLDING = " and state = 'HOLDS' order by bound_at, id";

  /** Walks one index from end to end: no mail of it is read. */
  private static final String WAITING =
      "select sender, count(*) as mails, min(registered_at) as oldest, min(number) as first_number"
          + " from submission where sender_waits = true group by sender";

  /** The first half lets a database stop early, the second decides. */
  private static final String BEHIND =
      " having min(registered_at) >= :at and (min(registered_at) > :at or min(number) > :number)";

  private final Book book;

  public SqlSenders(Book book) {
    this.book = book;
  }

  @Override
  public List<SenderBinding> at(String address) {
    return read(sql("select doc from sender_binding where address = ?" + HOLDING).param(address));
  }

  @Override
  public List<SenderBinding> of(UnitCode unit) {
    return read(
        sql("select doc from sender_binding where unit_code = ?" + HOLDING).param(unit.value()));
  }

  @Override
  public Optional<SenderBinding> find(String id) {
    return read(sql("select doc from sender_binding where id = ?").param(id)).stream().findFirst();
  }

  @Override
  public Page<SenderBinding> list(Filters.OfSenders filter, Window window) {
    String select = "select doc, bound_at as place_at, id as place_id from sender_binding";
    return new Listing(select, "bound_at", "id")
        .whereIs("state", filter.holding().map(SqlSenders::state))
        .whereIs("unit_code", filter.unit())
        .whereIs("address", filter.address())
        .newestFirst(book.jdbc(), window, (row, n) -> read(row.getString("doc")));
  }

  @Override
  public void save(SenderBinding binding, Act act) {
    Row row = row(binding);
    if (binding.holds()) {
      book.insert(row, act);
    } else {
      book.update(row, "state = 'HOLDS'", act);
    }
  }

  private static String state(boolean holds) {
    return holds ? "HOLDS" : "ENDED";
  }

  static Row row(SenderBinding binding) {
    Columns columns =
        new Columns()
            .with("address", binding.address())
            .with("unit_code", binding.unit().value())
            .with("state", state(binding.holds()))
            .maybe(
                "live_key",
                Optional.of(Columns.digest(binding.address(), binding.unit().value()))
                    .filter(key -> binding.holds()))
            .at("bound_at", binding.at());
    return new Row(Table.SENDER_BINDING, binding.id(), binding, columns);
  }

  @Override
  public Page<Waiting> waiting(Window window) {
    String order = " order by oldest, first_number fetch first :most rows only";
    StatementSpec statement =
        window
            .after()
            .map(
                place ->
                    sql(WAITING + BEHIND + order)
                        .param("at", Columns.time(place.at()))
                        .param("number", place.id()))
            .orElseGet(() -> sql(WAITING + order));
    List<Waiting> found =
        statement
            .param("most", window.limit() + 1)
            .query(
                (row, n) ->
                    new Waiting(
                        row.getString("sender"),
                        row.getLong("mails"),
                        Columns.instant(row, "oldest"),
                        new SubmissionNumber(row.getString("first_number"))))
            .list();
    List<Waiting> page = found.subList(0, Math.min(found.size(), window.limit()));
    return new Page<>(
        page,
        Optional.of(page)
            .filter(p -> found.size() > p.size())
            .map(p -> p.get(p.size() - 1))
            .map(last -> new Place(last.oldest(), last.first().value())));
  }

  @Override
  public List<SubmissionNumber> waitingAt(String address, int most) {
    return sql(
            "select number from submission where sender_waits = true and sender = ?"
                + " order by sender_waits, sender, registered_at, number fetch first ? rows only")
        .params(address, most)
        .query(String.class)
        .list()
        .stream()
        .map(SubmissionNumber::new)
        .toList();
  }

  @Override
  public List<UnitCode> deliveredFor(String address, int most) {
    return sql(
            "select distinct unit_code from submission where sender_waits = false"
                + " and sender = ? and unit_code is not null order by unit_code"
                + " fetch first ? rows only")
        .params(address, most)
        .query(String.class)
        .list()
        .stream()
        .map(UnitCode::new)
        .toList();
  }

  @Override
  public Count waiting() {
    return sql("select count(distinct sender) as addresses, count(*) as mails from submission"
            + " where sender_waits = true")
        .query((row, n) -> new Count(row.getLong("addresses"), row.getLong("mails")))
        .single();
  }

  private StatementSpec sql(String sql) {
    return book.jdbc().sql(sql);
  }

  private List<SenderBinding> read(StatementSpec query) {
    return query.query(String.class).list().stream().map(this::read).toList();
  }

  private SenderBinding read(String doc) {
    return book.docs().read(doc, SenderBinding.class);
  }
}
