package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.notice.Contact;
import cn.baosong.core.notice.Letter;
import cn.baosong.desk.Act;
import cn.baosong.desk.Contacts;
import java.util.List;

/** What was said with units, in SQL. */
public final class SqlContacts implements Contacts {
  private final Book book;

  public SqlContacts(Book book) {
    this.book = book;
  }

  @Override
  public void save(Contact contact, Act act) {
    book.insert(row(contact), act);
  }

  static Row row(Contact contact) {
    Columns columns =
        new Columns()
            .with("call_id", contact.call().value())
            .with("unit_code", contact.unit().value())
            .at("at", contact.at());
    return new Row(Table.CONTACT, contact.id(), contact, columns);
  }

  @Override
  public List<Contact> of(CallId call, UnitCode unit) {
    return read(
        "select doc from contact where call_id = ? and unit_code = ? order by at desc, id",
        Contact.class,
        call,
        unit);
  }

  @Override
  public List<Letter> reminders(CallId call, UnitCode unit) {
    return read(
        "select doc from letter where call_id = ? and unit_code = ? and kind = 'REMINDER'"
            + " order by written_at desc, id",
        Letter.class,
        call,
        unit);
  }

  private <T> List<T> read(String sql, Class<T> type, CallId call, UnitCode unit) {
    return book
        .jdbc()
        .sql(sql)
        .params(call.value(), unit.value())
        .query(String.class)
        .list()
        .stream()
        .map(doc -> book.docs().read(doc, type))
        .toList();
  }
}
