package cn.baosong.desk;

import cn.baosong.core.decision.Consignment;
import cn.baosong.core.dossier.DossierNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

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

  /** How the cases of these dossiers fare on their way; who never was in a queue is missing. */
  Map<DossierNumber, Journey> journeys(Collection<DossierNumber> dossiers);

  /**
   * A case on its way.
   *
   * @param route by which it was delivered last
   * @param delivered when, by the office's clock
   * @param failure why the last try failed, in the words of the other side
   * @param parked whether it is tried no more until a person asks for it
   */
  record Journey(
      State state,
      Optional<String> route,
      Optional<Instant> delivered,
      int tries,
      Optional<String> failure,
      boolean parked) {}

  /** Where a case is. */
  enum State {
    WAITING,
    DELIVERED,
    /** Left the queue before it had left the house. */
    WITHDRAWN
  }
}
