package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.Window;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The query of a list: limit, cursor and the filters it knows; anything else is refused. */
final class Query {
  private static final int USUAL = 50;

  private final String list;
  private final Map<String, String[]> parameters;

  private Query(String list, Map<String, String[]> parameters) {
    this.list = list;
    this.parameters = parameters;
  }

  /**
   * @param list name of the list, which its cursors carry
   * @param filters fields that the list can be narrowed to
   * @throws BadRequest when the request has another parameter, or one twice
   */
  static Query of(HttpServletRequest request, String list, String... filters) {
    Set<String> known = new LinkedHashSet<>(List.of(filters));
    known.addAll(List.of("limit", "cursor"));
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                throw unknown(name, known);
              }
              if (values.length > 1) {
                throw new BadRequest(name, name + " 只能写一次。", name + " can be given only once.");
              }
            });
    return new Query(list, request.getParameterMap());
  }

  Window window() {
    int limit = text("limit").map(Query::limit).orElse(USUAL);
    return new Window(limit, text("cursor").map(c -> Cursors.read(list, c)));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).map(v -> v[0]).filter(v -> !v.isBlank());
  }

  <E extends Enum<E>> Optional<E> code(String name, Class<E> codes) {
    return text(name).map(written -> code(name, written, codes));
  }

  Optional<CallId> call() {
    return value("call", CallId::new);
  }

  Optional<UnitCode> unit() {
    return value("unit", UnitCode::new);
  }

  /** A value whose own constructor refuses nonsense. */
  <T> Optional<T> value(String name, Function<String, T> read) {
    return text(name)
        .map(
            written -> {
              try {
                return read.apply(written);
              } catch (IllegalArgumentException nonsense) {
                throw new BadRequest(
                    name,
                    name + " 的写法不对：" + brief(written),
                    name + " is malformed: " + brief(written));
              }
            });
  }

  private static int limit(String written) {
    try {
      int limit = Integer.parseInt(written);
      if (limit >= 1) {
        return Math.min(limit, Window.MOST);
      }
    } catch (NumberFormatException noNumber) {
      // told below
    }
    throw new BadRequest(
        "limit",
        "limit 应为 1 至 " + Window.MOST + " 的整数。",
        "limit is a whole number from 1 to " + Window.MOST + ".");
  }

  private static <E extends Enum<E>> E code(String name, String written, Class<E> codes) {
    return Arrays.stream(codes.getEnumConstants())
        .filter(code -> code.name().equals(written))
        .findFirst()
        .orElseThrow(
            () ->
                new BadRequest(
                    name,
                    name + " 只能是：" + Arrays.toString(codes.getEnumConstants()),
                    name + " is one of " + Arrays.toString(codes.getEnumConstants())));
  }

  private static BadRequest unknown(String name, Set<String> known) {
    return new BadRequest(
        brief(name),
        "没有“" + brief(name) + "”这个筛选项，可用：" + String.join("、", known),
        "There is no filter " + brief(name) + "; known are: " + String.join(", ", known));
  }

  private static String brief(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
