package cn.baosong.web.api;

import cn.baosong.desk.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list as the interface answers it.
 *
 * @param next cursor of the following page; null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ListBody<T>(List<T> items, Optional<String> next) {

  static <T> ListBody<T> whole(List<T> items) {
    return new ListBody<>(items, Optional.empty());
  }

  static <S, T> ListBody<T> of(String list, Page<S> page, Function<S, T> show) {
    return new ListBody<>(
        page.items().stream().map(show).toList(), page.next().map(p -> Cursors.write(list, p)));
  }
}
