package cn.baosong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two houses that every rule is held against: the real one, and a small one of offenders.
 *
 * <p>A rule takes the root package, so that the same rule that guards the office can be shown to
 * catch somebody; a rule that cannot fail guards nothing.
 */
final class House {
  static final String OFFICE = "cn.baosong";
  static final String OFFENDERS = "cn.baosong.architecture.offender";

  private static final JavaClasses OFFICE_CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(OFFICE);
  private static final JavaClasses OFFENDER_CLASSES =
      new ClassFileImporter().importPackages(OFFENDERS);

  private House() {}

  static void keeps(Function<String, ArchRule> rule) {
    assertThat(OFFICE_CLASSES).isNotEmpty();
    rule.apply(OFFICE).allowEmptyShould(true).check(OFFICE_CLASSES);
  }

  /** Passes when the rule accuses the offender itself, not somebody who knows it. */
  static void catches(Class<?> offender, Function<String, ArchRule> rule) {
    assertThat(complaints(rule)).anyMatch(line -> accuses(offender, line));
  }

  static void spares(Class<?> innocent, Function<String, ArchRule> rule) {
    assertThat(complaints(rule)).noneMatch(line -> accuses(innocent, line));
  }

  private static List<String> complaints(Function<String, ArchRule> rule) {
    return rule.apply(OFFENDERS).evaluate(OFFENDER_CLASSES).getFailureReport().getDetails();
  }

  /** A complaint begins with the accused: {@code Class <a.B> …}, {@code Method <a.B.c()> …}. */
  private static boolean accuses(Class<?> suspect, String complaint) {
    String accused = complaint.substring(complaint.indexOf('<') + 1);
    return accused.startsWith(suspect.getName() + ".")
        || accused.startsWith(suspect.getName() + ">");
  }

  /**
   * The room (first package below the root) a class lives in: empty text for the root itself,
   * nothing for a class from outside the house.
   */
  static Optional<String> room(String root, JavaClass type) {
    String home = type.getBaseComponentType().getPackageName();
    if (home.equals(root)) {
      return Optional.of("");
    }
    return home.startsWith(root + ".")
        ? Optional.of(home.substring(root.length() + 1).split("\\.", 2)[0])
        : Optional.empty();
  }
}
