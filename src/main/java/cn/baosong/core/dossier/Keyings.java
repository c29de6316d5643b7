package cn.baosong.core.dossier;

import cn.baosong.core.call.ComparedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What several people typed off one paper, each without the others' (双人盲录). What two of them say
 * alike stands on the paper.
 *
 * @param open whether another person is still to look
 */
public record Keyings(List<Keying> entries, boolean open) {
  /** Nobody has looked yet. */
  public static final Keyings NONE = new Keyings(List.of(), true);

  private static final int PAIR = 2;

  public Keyings {
    entries = List.copyOf(entries);
  }

  /** With another person's. */
  public Keyings with(Keying entry, List<ComparedField> asked, FieldDifferences differences) {
    List<Keying> all = new ArrayList<>(entries);
    all.add(entry);
    Keyings more = new Keyings(all, true);
    boolean settled = asked.stream().allMatch(field -> more.isSettled(field, differences));
    return new Keyings(all, !settled);
  }

  public boolean isBy(String user) {
    return entries.stream().anyMatch(e -> e.by().equals(user));
  }

  /** The value that two people typed alike. */
  public Optional<String> value(ComparedField field, FieldDifferences differences) {
    List<String> typed = typed(field).toList();
    for (int i = 0; i < typed.size(); i++) {
      for (int j = i + 1; j < typed.size(); j++) {
        if (isSame(field, typed.get(i), typed.get(j), differences)) {
          return Optional.of(typed.get(i));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether people typed it and contradict each other. */
  public boolean differs(ComparedField field, FieldDifferences differences) {
    return typed(field).count() >= PAIR && value(field, differences).isEmpty();
  }

  private boolean isSettled(ComparedField field, FieldDifferences differences) {
    long unread = entries.size() - typed(field).count();
    return value(field, differences).isPresent() || unread >= PAIR;
  }

  private Stream<String> typed(ComparedField field) {
    return entries.stream()
        .flatMap(e -> Optional.ofNullable(e.fields().get(field.field())).stream())
        .filter(value -> !value.isBlank());
  }

  private static boolean isSame(
      ComparedField field, String one, String two, FieldDifferences differences) {
    DifferenceClass found = differences.compare(field.kind(), one, two).difference();
    return found == DifferenceClass.EQUAL || found == DifferenceClass.COSMETIC;
  }
}
