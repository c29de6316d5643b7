package cn.baosong.core.dossier;

/** Compares the telephone numbers of two fields as sets. */
final class PhoneDifference {
  private PhoneDifference() {}

  static Difference between(String paper, String electronic) {
    PhoneNumbers one = PhoneNumbers.read(paper);
    PhoneNumbers other = PhoneNumbers.read(electronic);
    boolean contained = one.isContainedIn(other) || other.isContainedIn(one);
    return Difference.of(
        normal(one, paper),
        normal(other, electronic),
        contained ? DifferenceClass.PRECISION : DifferenceClass.MATERIAL);
  }

  private static String normal(PhoneNumbers read, String written) {
    return read.numbers().isEmpty()
        ? Typing.withoutPadding(Typing.halfWidth(written))
        : read.text();
  }
}
