package cn.baosong.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Imports point inwards, and edges never know each other. */
final class Rooms {
  private static final String APPLICATION = "";

  /** Which rooms a room may look into, besides itself; {@code config} may look into all. */
  private static final Map<String, Set<String>> VIEW =
      Map.ofEntries(
          Map.entry("core", Set.of()),
          Map.entry("desk", Set.of("core")),
          Map.entry("json", Set.of("core")),
          Map.entry("web", Set.of("desk", "core", "json")),
          Map.entry("camel", Set.of("desk", "core", "json")),
          Map.entry("reader", Set.of("desk", "core", "json")),
          Map.entry("store", Set.of("desk", "core", "json")),
          Map.entry("print", Set.of("desk", "core", "json")),
          Map.entry("scanner", Set.of("desk", "core")),
          Map.entry("settings", Set.of("desk", "core")),
          Map.entry("demo", Set.of("desk", "core")),
          Map.entry(
              "cli", Set.of("reader", "config", "settings", "desk", "core", "json", APPLICATION)),
          Map.entry(APPLICATION, Set.of("cli", "config", "settings")));

  private static final String BUILDER = "config";

  /** Each imports only what stands before it. */
  private static final List<String> CORE =
      List.of("call", "submission", "dossier", "check", "decision", "notice");

  private Rooms() {}

  static ArchRule importsPointInwards(String root) {
    return within(
        root, "import only from rooms it may look into", (from, to) -> sees(root, from, to));
  }

  static ArchRule coreImportsWhatStandsBefore(String root) {
    String core = root + ".core";
    return within(
        core, "import only what stands before it in " + CORE, (from, to) -> before(core, from, to));
  }

  static ArchRule everyRoomIsInThePlan(String root) {
    Set<String> plan = new HashSet<>(VIEW.keySet());
    plan.add(BUILDER);
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("live in one of " + plan) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (House.room(root, type).filter(plan::contains).isEmpty()) {
                  events.add(
                      SimpleConditionEvent.violated(type, type.getDescription() + " has no room"));
                }
              }
            });
  }

  static ArchRule theRootHoldsTheApplicationOnly(String root) {
    return classes()
        .that()
        .resideInAPackage(root)
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .should()
        .haveSimpleName("Baosong");
  }

  private static boolean sees(String root, JavaClass from, JavaClass to) {
    String here = House.room(root, from).orElseThrow();
    return here.equals(BUILDER)
        || House.room(root, to)
            .map(there -> there.equals(here) || VIEW.getOrDefault(here, Set.of()).contains(there))
            .orElse(true);
  }

  private static boolean before(String core, JavaClass from, JavaClass to) {
    return House.room(core, to)
        .map(there -> CORE.indexOf(there) <= CORE.indexOf(House.room(core, from).orElseThrow()))
        .orElse(true);
  }

  private static ArchRule within(
      String root, String wish, BiPredicate<JavaClass, JavaClass> allowed) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>(wish) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency each : type.getDirectDependenciesFromSelf()) {
                  if (!allowed.test(type, each.getTargetClass())) {
                    events.add(SimpleConditionEvent.violated(each, each.getDescription()));
                  }
                }
              }
            });
  }
}
