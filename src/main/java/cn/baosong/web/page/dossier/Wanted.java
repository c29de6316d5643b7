package cn.baosong.web.page.dossier;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
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
 * @param hand by whose hand they stand as they do
 * @param second whether only what waits for a second person
 * @param waitsFor code of what they wait for
 */
public record Wanted(
    @Nullable String state,
    @Nullable String call,
    @Nullable String unit,
    @Nullable String department,
    @Nullable String q,
    @Nullable String hand,
    @Nullable String waitsFor,
    @Nullable Boolean second) {

  /** Within what the viewer may see. */
  Filters.OfDossiers filter(Viewer viewer) {
    Optional<String> text = given(q);
    Optional<SubmissionNumber> submission =
        text.filter(t -> t.startsWith("SJ-") || t.startsWith("YZ-"))
            .flatMap(t -> read(t, SubmissionNumber::new));
    return new Filters.OfDossiers(
            code(DossierState.values(), state),
            given(call).flatMap(c -> read(c, CallId::new)),
            given(unit).flatMap(u -> read(u, UnitCode::new)),
            given(department),
            submission,
            submission.isPresent() ? Optional.empty() : text,
            viewer.within())
        .decided(code(Handling.values(), hand), code(FindingCode.values(), waitsFor))
        .awaiting(awaits());
  }

  /** Whether only what waits for a second person is wanted. */
  public boolean awaits() {
    return Boolean.TRUE.equals(second);
  }

  /** Whether it is narrowed to the hand that decided. */
  public boolean decided() {
    return code(Handling.values(), hand).isPresent();
  }

  /** Whether it is narrowed to what they wait for. */
  public boolean waits() {
    return code(FindingCode.values(), waitsFor).isPresent();
  }

  private static <E extends Enum<E>> Optional<E> code(E[] codes, @Nullable String written) {
    return given(written)
        .flatMap(w -> Arrays.stream(codes).filter(c -> c.name().equals(w)).findFirst());
  }

  /** Whether it leaves anything out. */
  public boolean isNarrow() {
    return given(state).isPresent()
        || given(call).isPresent()
        || given(unit).isPresent()
        || given(department).isPresent()
        || given(q).isPresent()
        || given(hand).isPresent()
        || given(waitsFor).isPresent()
        || awaits();
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
