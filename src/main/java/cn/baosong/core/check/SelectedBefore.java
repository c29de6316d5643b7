package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.SelectedList;
import cn.baosong.core.call.SelectedPerson;
import cn.baosong.core.call.Truth;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.PartialDate;
import cn.baosong.core.dossier.PersonName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a candidate stands on a list of persons selected before. Only a sound number together
 * with the name proves it; namesakes are a person's question (domain.md A21).
 */
final class SelectedBefore {
  private final Dossier dossier;
  private final Optional<IdentityNumber> number;
  private final String name;
  private final List<PartialDate> births;

  private SelectedBefore(Dossier dossier, PersonFields fields) {
    FormData form = dossier.form();
    this.dossier = dossier;
    this.number =
        form.text(fields.identity())
            .map(IdentityNumber::read)
            .filter(read -> read.validity() == IdentityNumber.Validity.VALID);
    this.name = PersonName.read(form.text(fields.name()).orElse("")).letters();
    this.births =
        Stream.concat(
                form.text(fields.birth()).flatMap(PartialDate::parse).stream(),
                born(number).stream())
            .toList();
  }

  /** One finding for each list; none while a field that would tell is still asked for. */
  static List<Finding> of(Dossier dossier, Call call, Set<String> absent) {
    if (absent.contains(call.person().identity()) || absent.contains(call.person().name())) {
      return List.of();
    }
    SelectedBefore candidate = new SelectedBefore(dossier, call.person());
    return call.selected().stream().flatMap(list -> candidate.on(list).stream()).toList();
  }

  private Optional<Finding> on(SelectedList list) {
    Truth exempt = list.exempt().map(e -> e.test(dossier.form())).orElse(Truth.FALSE);
    return switch (exempt) {
      case TRUE -> Optional.empty();
      case FALSE -> found(list, list.force() == Force.HARD);
      case UNDECIDED -> found(list, false);
    };
  }

  private Optional<Finding> found(SelectedList list, boolean mayBlock) {
    List<SelectedPerson> numbered =
        number.map(n -> list.people().numbered(n.text())).orElse(List.of());
    Optional<SelectedPerson> certain =
        numbered.stream().filter(person -> person.name().equals(name)).findFirst();
    if (certain.isPresent()) {
      Outcome outcome = mayBlock ? Outcome.BLOCK : Outcome.REFER;
      return Optional.of(
          finding(
              list, certain.get(), outcome, "姓名和证件号码都与" + title(list, certain.get()) + "所列相同。"));
    }
    return numbered.stream()
        .findFirst()
        .map(p -> finding(list, p, Outcome.REFER, "证件号码与" + title(list, p) + "所列相同而姓名不同，由工作人员核对。"))
        .or(() -> namesake(list));
  }

  private Optional<Finding> namesake(SelectedList list) {
    return list.people().named(name).stream()
        .filter(this::maybe)
        .findFirst()
        .map(p -> finding(list, p, Outcome.REFER, "与" + title(list, p) + "所列一人同名，是不是同一个人由工作人员核对。"));
  }

  /** Whether nothing that both state speaks against one person. */
  private boolean maybe(SelectedPerson person) {
    boolean otherNumber = number.map(own -> isOther(own, person)).orElse(false);
    Optional<PartialDate> born =
        PartialDate.parse(person.birth())
            .or(() -> born(Optional.of(IdentityNumber.read(person.number()))));
    boolean otherBirth =
        born.isPresent()
            && !births.isEmpty()
            && births.stream().noneMatch(own -> own.compatibleWith(born.get()));
    return !otherNumber && !otherBirth;
  }

  /** Two sound numbers of one kind of document; one person may hold documents of several kinds. */
  private static boolean isOther(IdentityNumber own, SelectedPerson person) {
    if (own.text().length() != 18) {
      return false;
    }
    if (!own.text().startsWith(person.head()) || !own.text().endsWith(person.tail())) {
      return true;
    }
    IdentityNumber listed = IdentityNumber.read(person.number());
    return listed.validity() == IdentityNumber.Validity.VALID
        && listed.kind() == own.kind()
        && listed.text().length() == own.text().length()
        && !listed.text().equals(own.text());
  }

  private static Optional<PartialDate> born(Optional<IdentityNumber> number) {
    Optional<LocalDate> birthDate = number.flatMap(IdentityNumber::birthDate);
    return birthDate.map(PartialDate::ofDay);
  }

  private Finding finding(SelectedList list, SelectedPerson person, Outcome outcome, String why) {
    return Subject.of(dossier)
        .finding(
            FindingCode.ALREADY_SELECTED,
            outcome,
            new Ground(list.id(), list.clause()),
            person.place(),
            list.sentence() + why);
  }

  private static String title(SelectedList list, SelectedPerson person) {
    return "“"
        + list.title()
        + "”"
        + (person.session().isEmpty() ? "" : "（" + person.session() + "）");
  }
}
