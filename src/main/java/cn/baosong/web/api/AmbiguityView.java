package cn.baosong.web.api;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Settlement;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What a notice leaves open.
 *
 * @param key the option it sets; empty for one that steers by {@code under}, or is a record only
 * @param settled null while every reading is in play
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AmbiguityView(
    String id,
    String key,
    String question,
    String clause,
    List<String> readings,
    String proposed,
    Optional<SettledView> settled) {

  /** Who settled it, when and why. */
  record SettledView(String reading, String by, String on, String reason) {
    static SettledView of(Settlement settlement) {
      return new SettledView(
          settlement.reading(), settlement.by(), settlement.on().toString(), settlement.reason());
    }
  }

  static AmbiguityView of(Ambiguity ambiguity) {
    return new AmbiguityView(
        ambiguity.id(),
        ambiguity.key(),
        ambiguity.question(),
        ambiguity.clause().words(),
        ambiguity.readings(),
        ambiguity.proposed(),
        ambiguity.settlement().map(SettledView::of));
  }
}
