package cn.baosong.core.call;

/**
 * A field compared between paper and electronic data, and how much a difference weighs (domain.md
 * 3.7).
 */
public record ComparedField(String field, Kind kind, Weight weight) {
  /** How the normal form is made. */
  public enum Kind {
    NAME,
    IDENTITY_NUMBER,
    DATE,
    PHONE,
    DOCUMENT_NUMBER,
    UNIT,
    TEXT,
    NUMBER,
    CHOICE
  }

  /** What a real difference means. */
  public enum Weight {
    IDENTITY,
    MATERIAL,
    COSMETIC
  }
}
