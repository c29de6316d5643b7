package cn.baosong.camel.mail;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A folder between two looks. */
interface OpenFolder {
  /**
   * Waits until the server tells of something, or until the time is over.
   *
   * @param wanted asked twice a second whether to wait on
   * @return whether it waited; not where the server cannot tell
   */
  boolean await(Duration atMost, BooleanSupplier wanted);

  /** Ends the waiting, as soon as may be. */
  void wake();
}
