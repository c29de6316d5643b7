package cn.baosong.store;

import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.notice.ReminderNumber;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Numbers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers in blocks: a block is taken in a transaction of its own and handed out from memory, so
 * that no transaction waits for another's number. What a crash leaves unused is a gap.
 */
public final class SqlNumbers implements Numbers, AutoCloseable {
  private static final int BLOCK = 50;

  private final JdbcClient jdbc;
  private final TransactionTemplate own;
  private final Map<Series, Block> blocks = new HashMap<>();

  public SqlNumbers(JdbcClient jdbc, PlatformTransactionManager manager) {
    this.jdbc = jdbc;
    this.own = new TransactionTemplate(manager);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  private record Series(String name, int year) {}

  private record Block(long next, long last) {}

  @Override
  public SubmissionNumber nextSubmission(int year) {
    return new SubmissionNumber(next("SJ", year));
  }

  @Override
  public DossierNumber nextDossier(int year) {
    return new DossierNumber(next("RX", year));
  }

  @Override
  public PaperNumber nextPaper(int year) {
    return new PaperNumber(next("YZ", year));
  }

  @Override
  public ReminderNumber nextReminder(int year) {
    return new ReminderNumber(next("CB", year));
  }

  private synchronized String next(String name, int year) {
    Series series = new Series(name, year);
    Block block = blocks.get(series);
    if (block == null || block.next() > block.last()) {
      block = take(series);
    }
    blocks.put(series, new Block(block.next() + 1, block.last()));
    // six digits sort as text for a million a year
    return String.format("%s-%04d-%06d", name, year, block.next());
  }

  private Block take(Series series) {
    try {
      return taken(series);
    } catch (DuplicateKeyException e) {
      // another office process began the series of this year at the same moment
      return taken(series);
    }
  }

  private Block taken(Series series) {
    Long last =
        own.execute(
            status -> {
              int known =
                  jdbc.sql(
                          "update number_series set given = given + ?"
                              + " where series = ? and of_year = ?")
                      .params(BLOCK, series.name(), series.year())
                      .update();
              return known == 1 ? given(series) : begun(series);
            });
    if (last == null) {
      throw new IllegalStateException("no number was given");
    }
    return new Block(last - BLOCK + 1, last);
  }

  private long given(Series series) {
    return jdbc.sql("select given from number_series where series = ? and of_year = ?")
        .params(series.name(), series.year())
        .query(Long.class)
        .single();
  }

  private long begun(Series series) {
    jdbc.sql("insert into number_series (series, of_year, given) values (?, ?, ?)")
        .params(series.name(), series.year(), BLOCK)
        .update();
    return BLOCK;
  }

  /** Gives back what was not used, where nobody took a block since: no gap at an orderly end. */
  @Override
  public synchronized void close() {
    blocks.forEach(
        (series, block) ->
            jdbc.sql(
                    "update number_series set given = ?"
                        + " where series = ? and of_year = ? and given = ?")
                .params(block.next() - 1, series.name(), series.year(), block.last())
                .update());
    blocks.clear();
  }
}
