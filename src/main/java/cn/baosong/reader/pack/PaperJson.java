package cn.baosong.reader.pack;

import cn.baosong.core.submission.StatedParcel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code paper.json}: the paper as the unit states it, in the shape of {@code POST /api/v1/paper}
 * without call and unit (decisions.md, Bodies). Claims of class C.
 */
record PaperJson(@Nullable ParcelJson parcel, List<CandidateJson> candidates) {
  static final PaperJson NONE = new PaperJson(null, List.of());

  Map<String, String> fields() {
    return candidates.isEmpty() ? Map.of() : candidates.get(0).fields();
  }

  Optional<StatedParcel> stated() {
    return Optional.ofNullable(parcel).map(ParcelJson::stated);
  }

  record CandidateJson(
      @Nullable String identity, @Nullable String name, Map<String, String> fields) {}

  record ParcelJson(
      @Nullable String carrier,
      @Nullable String item,
      @Nullable LocalDate dispatchPostmark,
      @Nullable Boolean postmarkLegible,
      @Nullable LocalDate arrivalPostmark) {
    StatedParcel stated() {
      return new StatedParcel(
          carrier == null ? "" : carrier,
          item == null ? "" : item,
          Optional.ofNullable(dispatchPostmark),
          postmarkLegible == null || postmarkLegible,
          Optional.ofNullable(arrivalPostmark));
    }
  }
}
