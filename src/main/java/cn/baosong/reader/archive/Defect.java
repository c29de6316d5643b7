package cn.baosong.reader.archive;

/**
 * Something wrong with a package or with one file in it, said so that the sender can mend it.
 *
 * @param entry the name it concerns, made safe to print; the package's own name when it is whole
 */
public record Defect(Kind kind, Reach reach, String entry, String chinese, String english) {

  /** What is wrong. */
  public enum Kind {
    /** Escapes, links, bombs, two readings of one archive: not opened any further. */
    UNSAFE,
    ENCRYPTED,
    TOO_LARGE,
    BROKEN,
    UNSUPPORTED,
    /** A name bears a mark of state secrecy: no more of it is read, and the name not repeated. */
    MARKED,
    DUPLICATE_NAME,
    DAMAGED_NAME
  }

  /** Whether the rest of the package was still read. */
  public enum Reach {
    ENTRY,
    PACKAGE
  }
}
