package cn.baosong.web.api;

import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.draft.Draft;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of a call that has not taken effect.
 *
 * @param base version of the folder that it rests on; null for a new call
 * @param authors none of whom may publish it
 * @param stale files that have changed in the folder since
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DraftView(
    String state,
    Optional<String> base,
    List<String> authors,
    String reason,
    String savedAt,
    List<String> stale,
    Map<String, String> files) {
  static DraftView of(Draft draft, List<String> stale, WebOffice office) {
    return new DraftView(
        draft.state().name(),
        draft.base().version().map(CallVersion::value),
        draft.authors(),
        draft.reason(),
        office.at(draft.savedAt()),
        stale,
        draft.files());
  }
}
