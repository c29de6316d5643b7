package cn.baosong.core.dossier;

/** Two normal forms and what separates them, before the raw equality of the values is looked at. */
record Difference(String paper, String electronic, DifferenceClass weight) {

  /** COSMETIC where the normal forms agree, else what the caller found. */
  static Difference of(String paper, String electronic, DifferenceClass otherwise) {
    return new Difference(
        paper, electronic, paper.equals(electronic) ? DifferenceClass.COSMETIC : otherwise);
  }
}
