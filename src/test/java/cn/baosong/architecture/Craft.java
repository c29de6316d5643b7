package cn.baosong.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How a class is made: what it is called, how it is filled, what it may leave out. */
final class Craft {
  private static final String EMPTY_NAMES =
      ".*[.$](Default\\w+|Common\\w*|\\w*(Manager|Helper|Helpers|Util|Utils|Impl|Dto|DTO))";
  private static final String[] EMPTY_ROOMS = {
    "..common..", "..dto..", "..helper..", "..impl..", "..service..", "..util..", "..utils.."
  };
  private static final Set<String> INJECTIONS =
      Set.of("Autowired", "Inject", "PersistenceContext", "Resource", "Value");

  private Craft() {}

  static ArchRule namesSayWhatAThingIs(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(EMPTY_NAMES)
        .orShould()
        .resideInAnyPackage(EMPTY_ROOMS);
  }

  static ArchRule everyPackageIsNullMarked(String root) {
    return each(
        root,
        "live in a package that is @NullMarked",
        type ->
            type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent());
  }

  static ArchRule nothingHasSetters(String root) {
    return each(
        root,
        "have no setter of its own",
        type -> type.getMethods().stream().noneMatch(method -> isOwnSetter(root, method)));
  }

  static ArchRule fieldsAreNotInjected(String root) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .should()
        .notBeAnnotatedWith(injection());
  }

  /** A setter that a framework's own interface demands is the framework's. */
  private static boolean isOwnSetter(String root, JavaMethod method) {
    return method.getName().matches("set\\p{Upper}.*")
        && method.getRawParameterTypes().size() == 1
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
        && foreignAncestors(root, method.getOwner())
            .noneMatch(ancestor -> declares(ancestor, method));
  }

  private static Stream<JavaClass> foreignAncestors(String root, JavaClass type) {
    return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
        .filter(ancestor -> House.room(root, ancestor).isEmpty());
  }

  private static boolean declares(JavaClass ancestor, JavaMethod method) {
    List<String> parameters = HasName.Utils.namesOf(method.getRawParameterTypes());
    return ancestor.tryGetMethod(method.getName(), parameters.toArray(String[]::new)).isPresent();
  }

  private static DescribedPredicate<JavaAnnotation<?>> injection() {
    return DescribedPredicate.describe(
        "an injection", note -> INJECTIONS.contains(note.getRawType().getSimpleName()));
  }

  private static ArchRule each(String root, String wish, Predicate<JavaClass> kept) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>(wish) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!kept.test(type)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getDescription() + " does not " + wish));
                }
              }
            });
  }
}
