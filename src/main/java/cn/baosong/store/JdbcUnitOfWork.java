package cn.baosong.store;

import cn.baosong.desk.UnitOfWork;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction of the database; inside a route's {@code transacted} it joins that one. */
public final class JdbcUnitOfWork implements UnitOfWork {
  private final TransactionTemplate work;

  public JdbcUnitOfWork(PlatformTransactionManager manager) {
    this.work = new TransactionTemplate(manager);
  }

  @Override
  public <T> T inTransaction(Supplier<T> task) {
    return Objects.requireNonNull(work.execute(status -> task.get()));
  }
}
