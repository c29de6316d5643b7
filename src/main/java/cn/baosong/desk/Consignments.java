package cn.baosong.desk;

import cn.baosong.core.decision.Consignment;

/**
 * The cases on their way to departments. One waits from the moment that its dossier enters a queue;
 * what leaves the queue before it has left the house does not leave it any more.
 */
public interface Consignments {
  /** Whether this one still waits to be delivered. */
  boolean waits(Consignment consignment);

  /**
   * Marks it as delivered, row and act together.
   *
   * @throws StaleRecord when it no longer waits
   */
  void delivered(Consignment consignment, Act act);
}
