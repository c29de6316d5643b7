package cn.baosong.reader.pack;

import cn.baosong.core.call.FormData;
import cn.baosong.core.submission.StatedParcel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code paper.json}: the paper as the unit states it, in the shape of {@code POST /api/v1/paper}
 * without call and unit (decisions.md, Bodies). Claims of class C.
 */
record PaperJson(@Nullable ParcelJson parcel, List<CandidateJson> candidates) {
  static final PaperJson NONE = new PaperJson(null, List.of());

  /** The fields of the candidate that the form names; of several the first where it names none. */
  Map<String, String> fields(FormData form) {
    Set<String> stated =
        form.fields().keySet().stream()
            .flatMap(field -> form.text(field).stream())
            .collect(Collectors.toSet());
    return candidates.stream()
        .filter(c -> c.isAmong(stated))
        .findFirst()
        .or(() -> candidates.stream().findFirst())
        .map(CandidateJson::fields)
        .orElse(Map.of());
  }

  Optional<StatedParcel> stated() {
    return Optional.ofNullable(parcel).map(ParcelJson::stated);
  }

  record CandidateJson(
      @Nullable String identity, @Nullable String name, Map<String, String> fields) {
    private boolean isAmong(Set<String> stated) {
      return Stream.of(Optional.ofNullable(identity), Optional.ofNullable(name))
          .flatMap(Optional::stream)
          .anyMatch(stated::contains);
    }
  }

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
