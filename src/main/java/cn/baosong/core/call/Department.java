package cn.baosong.core.call;

import java.util.Optional;
import java.util.Set;

/**
 * A department (承办处室) that takes accepted dossiers over.
 *
 * @param id the same id in two calls is the same queue
 * @param categories categories or tiers routed to it; empty means all
 */
public record Department(
    String id,
    String name,
    Set<String> categories,
    Optional<String> contact,
    Optional<String> phone) {
  public Department {
    categories = Set.copyOf(categories);
  }
}
