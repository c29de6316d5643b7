package cn.baosong.web;

/** Hides identity numbers wherever text of a sender is shown (domain.md 7.1). */
public final class Masking {
  private Masking() {}

  /** The text with only the first three and last four characters of each such number. */
  public static String text(String foreign) {
    return cn.baosong.core.dossier.Masking.text(foreign);
  }
}
