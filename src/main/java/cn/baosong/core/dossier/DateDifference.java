package cn.baosong.core.dossier;

import java.util.Optional;

/** Compares dates; one that cannot be read goes to a person. */
final class DateDifference {
  private DateDifference() {}

  static Difference between(String paper, String electronic) {
    Optional<PartialDate> one = PartialDate.parse(paper);
    Optional<PartialDate> other = PartialDate.parse(electronic);
    return Difference.of(normal(one, paper), normal(other, electronic), unequal(one, other));
  }

  private static DifferenceClass unequal(Optional<PartialDate> one, Optional<PartialDate> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return DifferenceClass.SUSPECT;
    }
    return one.get().compatibleWith(other.get())
        ? DifferenceClass.PRECISION
        : DifferenceClass.MATERIAL;
  }

  private static String normal(Optional<PartialDate> date, String written) {
    return date.map(PartialDate::text)
        .orElseGet(() -> Typing.withoutPadding(Typing.halfWidth(written)));
  }
}
