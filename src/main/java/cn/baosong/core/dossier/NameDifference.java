package cn.baosong.core.dossier;

import cn.baosong.core.dossier.PersonName.Doubt;
import java.util.Locale;

/** Compares names: nothing that could be another person passes as cosmetic. */
record NameDifference(CharacterVariants variants) {

  Difference between(String paper, String electronic) {
    PersonName one = PersonName.read(paper);
    PersonName other = PersonName.read(electronic);
    return new Difference(one.text(), other.text(), weight(one, other));
  }

  private DifferenceClass weight(PersonName one, PersonName other) {
    if (upper(one.text()).equals(upper(other.text()))) {
      return DifferenceClass.COSMETIC;
    }
    boolean suspect =
        variants.mayBeSame(one.letters(), other.letters())
            || marksMayMean(one, other)
            || marksMayMean(other, one);
    return suspect ? DifferenceClass.SUSPECT : DifferenceClass.IDENTITY;
  }

  private boolean marksMayMean(PersonName marked, PersonName whole) {
    boolean doubtful =
        marked.doubts().contains(Doubt.REPLACEMENT_MARK)
            || marked.doubts().contains(Doubt.PRIVATE_USE);
    return doubtful
        && NameNotation.mayMean(variants.fold(marked.letters()), variants.fold(whole.letters()));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
