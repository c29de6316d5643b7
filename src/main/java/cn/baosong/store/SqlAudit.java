package cn.baosong.store;

import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import java.util.Map;

/** Acts without a record, in SQL. */
public final class SqlAudit implements Audit {
  private final Book book;

  public SqlAudit(Book book) {
    this.book = book;
  }

  @Override
  public void note(String subject, Act act) {
    book.note(subject, Map.of(), act);
  }
}
