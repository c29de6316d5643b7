package cn.baosong.web.api;

import cn.baosong.desk.night.FreezeDesk.Waiting;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * An edit of a call's folder that waits for a person, since a deadline is near.
 *
 * @param version what is confirmed; {@code removal} where the folder was removed
 * @param running the version that goes on meanwhile
 * @param until when it takes effect by itself
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HeldView(
    String version,
    String running,
    boolean removal,
    Optional<String> since,
    Optional<String> until) {
  static HeldView of(Waiting waiting, WebOffice office) {
    return new HeldView(
        waiting.edit().version().value(),
        waiting.edit().running().value(),
        waiting.edit().isRemoval(),
        waiting.since().map(office::at),
        waiting.until().map(office::at));
  }
}
