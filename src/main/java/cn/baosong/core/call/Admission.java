package cn.baosong.core.call;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may deliver, and by which channel.
 *
 * @param kinds admitted unit kinds in the call's words, with the Chinese word for each
 * @param units unit codes that the call itself places in a kind; they beat the registry
 * @param redirected kinds that are sent elsewhere (转告), with the sentence that tells them where
 * @param forbiddenChannels channel codes not admitted
 * @param mailboxes addresses into which an e-mail counts as received (A02); empty means any of ours
 * @param channelClause what the notice says of channels; else who may submit
 * @param clause who may submit, in the notice's words
 */
public record Admission(
    Map<String, String> kinds,
    Map<String, String> units,
    Map<String, String> redirected,
    Set<String> forbiddenChannels,
    List<String> mailboxes,
    Clause channelClause,
    Clause clause) {
  public Admission {
    kinds = Map.copyOf(kinds);
    units = Map.copyOf(units);
    redirected = Map.copyOf(redirected);
    forbiddenChannels = Set.copyOf(forbiddenChannels);
    mailboxes = List.copyOf(mailboxes);
  }
}
