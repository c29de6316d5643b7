package cn.baosong.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Which room may speak which foreign language. */
final class Libraries {
  private Libraries() {}

  static ArchRule coreAndDeskArePlainJava(String root) {
    return classes()
        .that()
        .resideInAnyPackage(root + ".core..", root + ".desk..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", root + ".core..", root + ".desk..")
                .or(describe("primitives", JavaClass::isPrimitive))
                .onResultOf(JavaClass::getBaseComponentType));
  }

  static ArchRule camelStaysInItsRoom(String root) {
    return spokenOnlyIn(rooms(root, "camel", "config"), "org.apache.camel..");
  }

  static ArchRule sqlStaysInTheStore(String root) {
    return spokenOnlyIn(
        rooms(root, "store", "config"),
        "java.sql..",
        "javax.sql..",
        "org.springframework.jdbc..",
        "org.springframework.session.jdbc..",
        "org.flywaydb..",
        "org.h2..",
        "org.postgresql..");
  }

  static ArchRule jsonStaysAtTheEdge(String root) {
    return spokenOnlyIn(
        rooms(root, "json", "reader", "store", "print", "web", "cli", "camel", "config"),
        "com.fasterxml.jackson..");
  }

  private static ArchRule spokenOnlyIn(String[] rooms, String... language) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat(resideInAnyPackage(language));
  }

  private static String[] rooms(String root, String... names) {
    return Stream.of(names).map(name -> root + "." + name + "..").toArray(String[]::new);
  }
}
