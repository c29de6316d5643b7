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
        variants.mayBeSame(letters(one), letters(other))
            || marksMayMean(one, other)
            || marksMayMean(other, one);
    return suspect ? DifferenceClass.SUSPECT : DifferenceClass.IDENTITY;
  }

  /** Blanks and separators dropped: 买买提 艾力 may be 买买提·艾力. */
  private static String letters(PersonName name) {
    return upper(name.text()).replaceAll("[ " + NameNotation.SEPARATOR + "]", "");
  }

  private boolean marksMayMean(PersonName marked, PersonName whole) {
    boolean doubtful =
        marked.doubts().contains(Doubt.REPLACEMENT_MARK)
            || marked.doubts().contains(Doubt.PRIVATE_USE);
    return doubtful
        && NameNotation.mayMean(variants.fold(letters(marked)), variants.fold(letters(whole)));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
