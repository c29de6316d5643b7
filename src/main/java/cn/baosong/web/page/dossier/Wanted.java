package cn.baosong.web.page.dossier;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Filters;
import cn.baosong.web.Viewer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to, as a link says it; what cannot be right is left out.
 *
 * @param q beginning of a name, or the whole number of a dossier or a submission
 */
public record Wanted(
    @Nullable String state,
    @Nullable String call,
    @Nullable String unit,
    @Nullable String department,
    @Nullable String q) {

  /** Within what the viewer may see. */
  Filters.OfDossiers filter(Viewer viewer) {
    Optional<String> text = given(q);
    Optional<SubmissionNumber> submission =
        text.filter(t -> t.startsWith("SJ-") || t.startsWith("YZ-"))
            .flatMap(t -> read(t, SubmissionNumber::new));
    return new Filters.OfDossiers(
        given(state)
            .flatMap(
                s ->
                    Arrays.stream(DossierState.values())
                        .filter(d -> d.name().equals(s))
                        .findFirst()),
        given(call).flatMap(c -> read(c, CallId::new)),
        given(unit).flatMap(u -> read(u, UnitCode::new)),
        given(department),
        submission,
        submission.isPresent() ? Optional.empty() : text,
        viewer.within());
  }

  /** Whether it leaves anything out. */
  public boolean isNarrow() {
    return given(state).isPresent()
        || given(call).isPresent()
        || given(unit).isPresent()
        || given(department).isPresent()
        || given(q).isPresent();
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static <T> Optional<T> read(String text, Function<String, T> value) {
    try {
      return Optional.of(value.apply(text));
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }
}
