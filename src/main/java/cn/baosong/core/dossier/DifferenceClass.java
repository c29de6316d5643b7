package cn.baosong.core.dossier;

/** How much two statements of one fact differ, in rising weight. */
public enum DifferenceClass {
  /** The same characters. */
  EQUAL,
  /** Only written differently; nobody is bothered. */
  COSMETIC,
  /** One side says less, and nothing against the other. */
  PRECISION,
  /** Probably the same, not provable: a person looks. */
  SUSPECT,
  /** Two different statements. */
  MATERIAL,
  /** Two different statements about who the candidate is. */
  IDENTITY
}
