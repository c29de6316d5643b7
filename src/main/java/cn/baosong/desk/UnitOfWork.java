package cn.baosong.desk;

import java.util.function.Supplier;

/**
 * One transaction: all that is saved inside stands or falls together; an inner one joins the outer.
 */
public interface UnitOfWork {
  <T> T inTransaction(Supplier<T> work);
}
