package cn.baosong.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * Time is evidence: it enters by the one clock that {@code config} makes, so that a past season can
 * be replayed (decisions.md 16) and no verdict depends on when it is computed.
 */
final class Watches {
  private static final Set<String> ON_THE_WALL =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.lang.System.nanoTime()",
          "java.util.Date.<init>()",
          "java.util.Calendar.getInstance()",
          "java.util.GregorianCalendar.<init>()");

  private Watches() {}

  /** Only a class of {@code config} whose name says Clock may look at the wall. */
  static ArchRule onlyTheClockLooksAtTheWall(String root) {
    return classes()
        .that()
        .resideOutsideOfPackage(root + ".config..")
        .or()
        .haveSimpleNameNotContaining("Clock")
        .should(
            new ArchCondition<>("take the time from the clock it is given") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                  if (looksAtTheWall(access.getTarget())) {
                    events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                  }
                }
              }
            });
  }

  private static boolean looksAtTheWall(AccessTarget target) {
    if (!(target instanceof AccessTarget.CodeUnitAccessTarget unit)) {
      return false;
    }
    return ON_THE_WALL.contains(unit.getFullName())
        || unit.getOwner().getPackageName().equals("java.time") && readsASystemClock(unit);
  }

  private static boolean readsASystemClock(AccessTarget.CodeUnitAccessTarget unit) {
    List<JavaClass> parameters = unit.getRawParameterTypes();
    return switch (unit.getName()) {
      case "now", "tickMillis", "tickSeconds", "tickMinutes" ->
          parameters.stream().noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
      case "system", "systemUTC", "systemDefaultZone" -> true;
      default -> false;
    };
  }
}
