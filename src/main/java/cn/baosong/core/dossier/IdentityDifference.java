package cn.baosong.core.dossier;

import cn.baosong.core.dossier.IdentityNumber.Kind;
import cn.baosong.core.dossier.IdentityNumber.Validity;

/** Compares identity numbers. */
final class IdentityDifference {
  private IdentityDifference() {}

  static Difference between(String paper, String electronic) {
    IdentityNumber one = IdentityNumber.read(paper);
    IdentityNumber other = IdentityNumber.read(electronic);
    return Difference.of(one.text(), other.text(), unequal(one, other));
  }

  private static DifferenceClass unequal(IdentityNumber one, IdentityNumber other) {
    if (isOldFormOf(one, other) || isOldFormOf(other, one)) {
      return DifferenceClass.PRECISION;
    }
    return isRoundedFrom(one, other) || isRoundedFrom(other, one)
        ? DifferenceClass.SUSPECT
        : DifferenceClass.IDENTITY;
  }

  /** The 15 digits of the first generation lack the century and the check character. */
  private static boolean isOldFormOf(IdentityNumber old, IdentityNumber now) {
    return old.kind() == Kind.RESIDENT_15
        && now.kind() == Kind.RESIDENT_18
        && now.text().startsWith("19", 6)
        && old.text().equals(now.text().substring(0, 6) + now.text().substring(8, 17));
  }

  /** A spreadsheet keeps 15 significant digits, and shows about six in exponent form. */
  private static boolean isRoundedFrom(IdentityNumber rounded, IdentityNumber whole) {
    if (rounded.validity() != Validity.PRECISION_LOST_SUSPECTED || whole.text().length() != 18) {
      return false;
    }
    int exponent = rounded.text().indexOf('E');
    return exponent < 0
        ? whole.text().startsWith(rounded.text().substring(0, 15))
        : startsWithShown(whole, rounded.text().substring(0, exponent).replace(".", ""));
  }

  /** The last digit shown may have been rounded up; fewer than four others prove nothing. */
  private static boolean startsWithShown(IdentityNumber whole, String shown) {
    return shown.length() >= 5 && whole.text().startsWith(shown.substring(0, shown.length() - 1));
  }
}
