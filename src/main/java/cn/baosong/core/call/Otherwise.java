package cn.baosong.core.call;

import java.util.List;

/**
 * A call, were it read otherwise.
 *
 * @param departs the ambiguities whose reading differs, as the call itself holds them
 * @param inPlay whether nobody has settled them: then it bears on decisions; otherwise it only
 *     tells for which decisions the settled reading mattered
 * @param call with no further readings of its own
 */
public record Otherwise(List<Ambiguity> departs, boolean inPlay, Call call) {
  public Otherwise {
    departs = List.copyOf(departs);
  }
}
