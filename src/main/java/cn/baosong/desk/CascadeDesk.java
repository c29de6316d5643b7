package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Parent;
import cn.baosong.core.call.Quota;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How windows hang together that stand one above another (county → city → province): whoever a
 * window accepted and its office delivers upwards has a dossier at each, found again by the sound
 * identity number. Nothing is decided by it.
 */
public final class CascadeDesk {
  private final Calls calls;
  private final Units units;
  private final Dossiers dossiers;

  public CascadeDesk(Calls calls, Units units, Dossiers dossiers) {
    this.calls = calls;
    this.units = units;
    this.dossiers = dossiers;
  }

  /**
   * Where a dossier stands in the cascade.
   *
   * @param below the same person's accepted dossiers at the windows below, nearest first
   * @param upward what the window above makes of it; empty when there is none
   */
  public record Place(List<Dossier> below, Optional<Upward> upward) {
    public Place {
      below = List.copyOf(below);
    }
  }

  /**
   * The window above.
   *
   * @param above empty while that call is not live here
   * @param limits its quotas that bind the office that goes on to it
   * @param delivered the same person's dossiers there, by that office
   */
  public record Upward(
      Parent parent, Optional<Call> above, List<Quota> limits, List<Dossier> delivered) {}

  /** The places of those dossiers whose call has a window above or below it. */
  public Map<DossierNumber, Place> places(List<Dossier> page) {
    Map<DossierNumber, Place> places = new HashMap<>();
    byCall(page)
        .forEach(
            (id, ofCall) -> calls.find(id).ifPresent(call -> places.putAll(places(call, ofCall))));
    return places;
  }

  private Map<DossierNumber, Place> places(Call call, List<Dossier> page) {
    Map<DossierNumber, List<Dossier>> below = below(call, page, new HashSet<>(Set.of(call.id())));
    Map<DossierNumber, Upward> upward = upward(call, page);
    Map<DossierNumber, Place> places = new HashMap<>();
    for (Dossier dossier : page) {
      DossierNumber number = dossier.number();
      List<Dossier> accepted = below.getOrDefault(number, List.of());
      if (!accepted.isEmpty() || upward.containsKey(number)) {
        places.put(number, new Place(accepted, Optional.ofNullable(upward.get(number))));
      }
    }
    return places;
  }

  /**
   * @param seen calls that the way down has passed, against a ring of parents
   */
  private Map<DossierNumber, List<Dossier>> below(Call call, List<Dossier> page, Set<CallId> seen) {
    Map<DossierNumber, List<Dossier>> found = new HashMap<>();
    for (Call child : calls.live()) {
      Optional<Parent> link = child.parent().filter(p -> p.call().equals(call.id()));
      List<Dossier> delivered =
          page.stream().filter(d -> link.filter(p -> isFrom(d, p, call)).isPresent()).toList();
      if (delivered.isEmpty() || !seen.add(child.id())) {
        continue;
      }
      List<Dossier> accepted =
          dossiers.standingOf(child.id(), keys(delivered)).stream()
              .filter(d -> d.state() == DossierState.ACCEPTED)
              .toList();
      Map<DossierNumber, List<Dossier>> deeper = below(child, accepted, seen);
      for (Dossier dossier : delivered) {
        for (Dossier step : samePerson(dossier, accepted)) {
          List<Dossier> chain = found.computeIfAbsent(dossier.number(), n -> new ArrayList<>());
          chain.add(step);
          chain.addAll(deeper.getOrDefault(step.number(), List.of()));
        }
      }
    }
    return found;
  }

  private Map<DossierNumber, Upward> upward(Call call, List<Dossier> page) {
    return call.parent()
        .map(
            parent -> {
              Optional<Call> above = calls.find(parent.call());
              List<Dossier> there =
                  above.stream()
                      .flatMap(
                          a ->
                              dossiers.standingOf(a.id(), keys(page)).stream()
                                  .filter(d -> isFrom(d, parent, a)))
                      .toList();
              return page.stream()
                  .collect(
                      Collectors.toMap(
                          Dossier::number,
                          d ->
                              new Upward(
                                  parent, above, limits(d, parent, above), samePerson(d, there))));
            })
        .orElse(Map.of());
  }

  private static List<Quota> limits(Dossier dossier, Parent parent, Optional<Call> above) {
    return above.map(call -> parent.limits(call, dossier.category())).orElse(List.of());
  }

  private boolean isFrom(Dossier delivered, Parent link, Call above) {
    return units.find(delivered.unit()).filter(unit -> link.isDeliveredBy(unit, above)).isPresent();
  }

  private static List<Dossier> samePerson(Dossier dossier, List<Dossier> among) {
    return among.stream()
        .filter(d -> isNumbered(d) && d.candidate().key().equals(dossier.candidate().key()))
        .toList();
  }

  private static List<String> keys(List<Dossier> page) {
    return page.stream()
        .filter(CascadeDesk::isNumbered)
        .map(d -> d.candidate().key())
        .distinct()
        .toList();
  }

  /** A name and a birth date may be another person's. */
  private static boolean isNumbered(Dossier dossier) {
    return !dossier.candidate().key().equals(dossier.candidate().alias());
  }

  private static Map<CallId, List<Dossier>> byCall(List<Dossier> page) {
    return page.stream().collect(Collectors.groupingBy(Dossier::call));
  }
}
