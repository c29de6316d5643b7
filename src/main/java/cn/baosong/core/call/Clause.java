package cn.baosong.core.call;

/**
 * The notice's own words that a rule rests on.
 *
 * @param words verbatim text of the notice, never a paraphrase
 * @param place where it stands, such as 四（二）1; empty when the notice is not numbered
 */
public record Clause(String words, String place) {
  public static final Clause NONE = new Clause("", "");

  public boolean isStated() {
    return !words.isEmpty();
  }
}
