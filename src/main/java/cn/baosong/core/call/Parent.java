package cn.baosong.core.call;

import java.util.List;
import java.util.Optional;

/**
 * The window above, to which a list that is accepted here goes on (county → city → province).
 *
 * @param call its call
 * @param kind as which of its kinds of unit this office delivers there; empty when not stated
 * @param unit this office's own code there; empty means any unit of that kind
 */
public record Parent(CallId call, Optional<String> kind, Optional<UnitCode> unit) {

  /** Whether a unit that delivers to the call above is this office. */
  public boolean isDeliveredBy(Unit deliverer, Call above) {
    return unit.map(code -> code.equals(deliverer.code()))
        .orElseGet(() -> kind.isPresent() && deliverer.kindIn(above).equals(kind));
  }

  /** What the call above lets this office recommend in a category: the limits that bind it. */
  public List<Quota> limits(Call above, Optional<String> category) {
    return kind.stream()
        .flatMap(k -> above.quotasOf(k).stream())
        .filter(q -> q.limit().isPresent())
        .filter(q -> q.category().isEmpty() || category.isEmpty() || q.category().equals(category))
        .toList();
  }
}
