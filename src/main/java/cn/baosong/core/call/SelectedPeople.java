package cn.baosong.core.call;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The persons of a list, found by number and by name. */
public final class SelectedPeople {
  private final Map<String, List<SelectedPerson>> byNumber;
  private final Map<String, List<SelectedPerson>> byName;
  private final int size;

  public SelectedPeople(List<SelectedPerson> people) {
    byNumber =
        people.stream()
            .filter(person -> !person.number().isEmpty())
            .collect(Collectors.groupingBy(SelectedPerson::number));
    byName = people.stream().collect(Collectors.groupingBy(SelectedPerson::name));
    size = people.size();
  }

  /** Those with this number in its normal form, in the order of the list. */
  public List<SelectedPerson> numbered(String number) {
    return byNumber.getOrDefault(number, List.of());
  }

  /** Those of this name, given as its letters, in the order of the list. */
  public List<SelectedPerson> named(String letters) {
    return byName.getOrDefault(letters, List.of());
  }

  public int size() {
    return size;
  }
}
