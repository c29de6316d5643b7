package cn.baosong.web.page.missing;

import cn.baosong.core.call.UnitCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom to remind.
 *
 * @param chosen codes of units
 * @param all whether everything that the list is narrowed to is meant
 * @param again whether those that were reminded of late are reminded again
 */
public record RemindForm(
    @Nullable List<String> chosen, @Nullable Boolean all, @Nullable Boolean again) {
  boolean meansAll() {
    return Boolean.TRUE.equals(all);
  }

  /** Whether it is confirmed that units are reminded again. */
  public boolean isAgain() {
    return Boolean.TRUE.equals(again);
  }

  List<UnitCode> named() {
    return Optional.ofNullable(chosen).orElse(List.of()).stream()
        .filter(code -> !code.isBlank() && code.length() <= 64)
        .distinct()
        .map(UnitCode::new)
        .toList();
  }
}
