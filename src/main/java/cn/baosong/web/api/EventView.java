package cn.baosong.web.api;

import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Records;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * One line of a timeline.
 *
 * @param seq number in the journal; null until it is on disk there
 * @param at ISO 8601 with offset
 * @param by user name, or {@code system}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EventView(
    Optional<Long> seq, String at, String kind, String by, Optional<String> reason) {

  public static List<EventView> of(List<Records.Event> events, WebOffice office) {
    return events.stream().map(e -> of(e, office)).toList();
  }

  private static EventView of(Records.Event event, WebOffice office) {
    return new EventView(
        event.seq(),
        office.at(event.at()),
        event.act().kind().name(),
        event.act().by(),
        Optional.of(event.act().reason()).filter(r -> !r.isBlank()).map(Masking::text));
  }
}
