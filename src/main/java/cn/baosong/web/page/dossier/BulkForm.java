package cn.baosong.web.page.dossier;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One ruling for many dossiers.
 *
 * @param to department to refer to, or to accept into
 * @param chosen random id and version seen of each, such as {@code 5f2c…@3}
 * @param all whether everything that the list is narrowed to is meant
 */
public record BulkForm(
    @Nullable String ruling,
    @Nullable String reason,
    @Nullable String clause,
    @Nullable String to,
    @Nullable List<String> chosen,
    @Nullable Boolean all) {

  /** A dossier as it stood before the eyes. */
  record Chosen(String publicId, int seen) {
    static Optional<Chosen> read(String written) {
      int at = written.lastIndexOf('@');
      return at > 0 && written.substring(at + 1).matches("[0-9]{1,9}")
          ? Optional.of(
              new Chosen(written.substring(0, at), Integer.parseInt(written.substring(at + 1))))
          : Optional.empty();
    }
  }

  boolean meansAll() {
    return Boolean.TRUE.equals(all);
  }

  List<Chosen> named() {
    return chosen == null
        ? List.of()
        : chosen.stream().flatMap(c -> Chosen.read(c).stream()).distinct().toList();
  }

  /** What is ruled on one of them. */
  RulingForm on(int seen) {
    return new RulingForm(ruling, reason, null, clause, to, seen);
  }
}
