package cn.baosong.core.call;

import java.time.Duration;
import java.util.Map;

/**
 * How letters of a call leave.
 *
 * @param hold how long a refusal is shown as about to leave before it is sent
 * @param draftForSeal whether sealed letters wait for a clerk ({@code letters.seal: draft})
 * @param wording templates of the call's own {@code notices/} folder by letter kind, such as
 *     RECEIPT
 */
public record LetterPolicy(Duration hold, boolean draftForSeal, Map<String, String> wording) {
  public LetterPolicy {
    wording = Map.copyOf(wording);
  }
}
