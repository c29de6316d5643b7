package cn.baosong.web.page.dossier;

import cn.baosong.core.decision.Ruling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ruling as it is typed; kept when it cannot be entered yet.
 *
 * @param chosen a clause of the call; {@code clause}, typed, goes before it
 * @param expectedVersion version of the dossier that the person saw
 */
public record RulingForm(
    @Nullable String ruling,
    @Nullable String reason,
    @Nullable String chosen,
    @Nullable String clause,
    @Nullable String department,
    @Nullable Integer expectedVersion) {
  static final RulingForm EMPTY = new RulingForm(null, null, null, null, null, null);

  /** The keys of what is missing, by field. */
  Map<String, String> missing() {
    Map<String, String> missing = new LinkedHashMap<>();
    if (kind().isEmpty()) {
      missing.put("ruling", "dossier.wrong.ruling");
    }
    if (given(reason).isEmpty()) {
      missing.put("reason", "dossier.wrong.reason");
    }
    return missing;
  }

  Optional<Ruling.Kind> kind() {
    return Arrays.stream(Ruling.Kind.values()).filter(k -> k.name().equals(ruling)).findFirst();
  }

  /** To be asked for only when nothing is missing. */
  Ruling by(String person) {
    return new Ruling(
        kind().orElseThrow(),
        person,
        given(reason).orElseThrow(),
        given(clause).or(() -> given(chosen)).orElse(""),
        given(department));
  }

  int seen() {
    return expectedVersion == null ? 0 : expectedVersion;
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }
}
