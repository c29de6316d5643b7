package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Stray;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.desk.KeyedDates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was typed into the form of a parcel, as it was typed.
 *
 * @param rows ids of the people's rows, in order; the id of a row that was taken out is not used
 *     again
 */
public record Slip(Map<String, String> typed, List<Integer> rows) {
  /** More people than any parcel held. */
  static final int MOST = 60;

  private static final String ROWS = "rows";

  public Slip {
    typed = Map.copyOf(typed);
    rows = List.copyOf(rows);
  }

  static Slip of(HttpServletRequest request) {
    Map<String, String> typed = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
    return new Slip(typed, rows(typed.getOrDefault(ROWS, "0")));
  }

  private static List<Integer> rows(String written) {
    List<Integer> rows =
        Arrays.stream(written.split(","))
            .filter(id -> id.matches("[0-9]{1,4}"))
            .map(Integer::valueOf)
            .distinct()
            .limit(MOST)
            .toList();
    return rows.isEmpty() ? List.of(0) : rows;
  }

  /** The text of a field; empty when nothing was typed. */
  public String at(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  /** As the form carries it. */
  public String rowIds() {
    return rows.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  Slip with(String field, String value) {
    Map<String, String> more = new HashMap<>(typed);
    more.put(field, value);
    return new Slip(more, rows);
  }

  /** With what a photo of the cover says, where nothing was typed. */
  Slip showing(Cover cover) {
    Slip slip = cover.item().isEmpty() || !at("item").isEmpty() ? this : with("item", cover.item());
    return cover.code().map(slip::coded).orElse(slip);
  }

  /** Whether a cover sheet is to say whose it is, and nobody has said it yet. */
  boolean isCoded() {
    return !at("code").isEmpty() && (at("unit").isEmpty() || at("call").isEmpty());
  }

  /** As a parcel was taken in that nobody knew whose it is. */
  Slip of(Stray stray, ZoneId zone) {
    return cover(stray.channel(), stray.parcel(), stray.received(), zone);
  }

  /** The same cover once more, for what another unit put into the parcel. */
  Slip like(PaperRecord paper, ZoneId zone) {
    return cover(paper.channel(), paper.parcel(), paper.received(), zone)
        .with("call", at("call").isEmpty() ? paper.call().value() : at("call"));
  }

  private Slip cover(Channel channel, StatedParcel parcel, Instant received, ZoneId zone) {
    boolean doubtful = channel == Channel.POST && !parcel.postmarkLegible();
    return with("channel", channel.code())
        .with("carrier", parcel.carrier())
        .with("item", parcel.item())
        .with("received", KeyedDates.minute(received, zone))
        .with("dispatchPostmark", parcel.dispatchPostmark().map(LocalDate::toString).orElse(""))
        .with("illegible", doubtful ? "1" : "")
        .with("arrivalPostmark", parcel.arrivalPostmark().map(LocalDate::toString).orElse(""));
  }

  /** For the call and the unit that a cover sheet names. */
  Slip coded(CoverCode code) {
    return with("call", code.call().value()).with("unit", code.unit().value());
  }

  /** What of the form another call changes, as selectors; the rest stays as it is being typed. */
  public String dependent() {
    return rows.stream()
        .map("#sheet-%1$d,#of-p%1$d-name,#of-p%1$d-identity"::formatted)
        .collect(Collectors.joining(",", "#callbox,", ""));
  }

  /** A row more, unless there are as many as may be. */
  Slip oneMore() {
    if (rows.size() >= MOST) {
      return this;
    }
    List<Integer> more = new ArrayList<>(rows);
    more.add(rows.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1);
    return new Slip(typed, more);
  }

  Slip without(int row) {
    List<Integer> fewer = rows.stream().filter(id -> id != row).toList();
    return fewer.isEmpty() ? new Slip(typed, List.of(row + 1)) : new Slip(typed, fewer);
  }

  int last() {
    return rows.get(rows.size() - 1);
  }
}
