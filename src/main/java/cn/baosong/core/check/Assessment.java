package cn.baosong.core.check;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A case on its way through the checks: the facts, and what each check that ran has found.
 * Immutable; every step answers a new one.
 *
 * @param found under the readings that the call proposes or has settled
 * @param others the same case under other readings
 */
public record Assessment(
    UnitCase facts, Map<CheckName, List<Finding>> found, List<Alternative> others) {
  public Assessment {
    found = Map.copyOf(found);
    others = List.copyOf(others);
  }

  /** An assessment under one reading alone. */
  public Assessment(UnitCase facts, Map<CheckName, List<Finding>> found) {
    this(facts, found, List.of());
  }

  public static Assessment of(UnitCase facts) {
    return new Assessment(
        facts,
        Map.of(),
        facts.call().otherwise().stream().map(each -> Alternative.of(each, facts)).toList());
  }

  /** This assessment with a check's findings added. */
  public Assessment after(Check check) {
    Map<CheckName, List<Finding>> more = new EnumMap<>(CheckName.class);
    more.putAll(found);
    more.put(check.name(), List.copyOf(check.examine(this)));
    return new Assessment(facts, more, others.stream().map(each -> each.after(check)).toList());
  }

  /**
   * All findings so far, in the order of the checks, as far as the readings in play agree on them.
   */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (CheckName name : CheckName.values()) {
      List<Finding> first = found.getOrDefault(name, List.of());
      List<List<Finding>> open =
          inPlay().map(a -> a.assessment().found().getOrDefault(name, List.of())).toList();
      all.addAll(open.isEmpty() ? first : new Readings(first, open).merged(doubt(name)));
    }
    return all;
  }

  /** What was found under the first reading alone; a check goes by this. */
  List<Finding> own() {
    return Stream.of(CheckName.values())
        .flatMap(name -> found.getOrDefault(name, List.of()).stream())
        .toList();
  }

  /** The settled ambiguities without whose settlement more or less would be found on a dossier. */
  public List<Ambiguity> mattering(Dossier dossier) {
    Predicate<Finding> its = f -> f.concerns(dossier.number(), dossier.submission());
    List<String> signature = Readings.signature(own(), its);
    return others.stream()
        .filter(other -> !other.otherwise().inPlay())
        .filter(other -> !Readings.signature(other.assessment().own(), its).equals(signature))
        .flatMap(other -> other.otherwise().departs().stream())
        .distinct()
        .toList();
  }

  /** Whether every check ran; a decision refers to a person when one did not. */
  public boolean isComplete() {
    return found.size() == CheckName.values().length;
  }

  /** Names what the notice leaves open by the reading that departs in fewest questions. */
  private String doubt(CheckName name) {
    List<Finding> first = found.getOrDefault(name, List.of());
    return inPlay()
        .filter(a -> !a.assessment().found().getOrDefault(name, List.of()).equals(first))
        .min(Comparator.comparingInt(a -> a.otherwise().departs().size()))
        .flatMap(a -> a.otherwise().departs().stream().findFirst())
        .map(open -> "通知对此没有说清（" + open.question() + "），各种理解结论不同，由工作人员认定。")
        .orElse("");
  }

  private Stream<Alternative> inPlay() {
    return others.stream().filter(other -> other.otherwise().inPlay());
  }
}
