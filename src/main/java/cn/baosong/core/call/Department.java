package cn.baosong.core.call;

import java.util.Optional;
import java.util.Set;

/**
 * A department (承办处室) that takes accepted dossiers over.
 *
 * @param id the same id in two calls is the same queue
 * @param endpoint where the integration engineer's route delivers; empty means a folder
 * @param categories categories or tiers routed to it; empty means all
 * @param unitKinds kinds of unit whose dossiers it takes; empty means all
 */
public record Department(
    String id,
    String name,
    Set<String> categories,
    Set<String> unitKinds,
    Optional<String> contact,
    Optional<String> phone,
    Optional<String> endpoint) {
  public Department {
    categories = Set.copyOf(categories);
    unitKinds = Set.copyOf(unitKinds);
  }

  /** The kinds of unit and the categories that it takes. */
  public Scope scope() {
    return new Scope(unitKinds, categories);
  }
}
