package cn.baosong.web.api;

import cn.baosong.web.Problems.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a body and collects what is wrong with all of them, so that one answer tells
 * everything. A field that is missing or wrong reads as empty until {@link #check} is called.
 */
final class Fields {
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @throws BadRequest when any field so far was missing or wrong
   */
  void check() {
    if (!faults.isEmpty()) {
      throw new BadRequest(faults);
    }
  }

  Optional<String> required(String name, @Nullable String written) {
    Optional<String> text = optional(written);
    if (text.isEmpty()) {
      faults.add(new Fault(name, "请填写 " + name + "。", name + " is required."));
    }
    return text;
  }

  static Optional<String> optional(@Nullable String written) {
    return Optional.ofNullable(written).map(String::strip).filter(t -> !t.isEmpty());
  }

  <T> Optional<T> present(String name, @Nullable T value) {
    if (value == null) {
      faults.add(new Fault(name, "请填写 " + name + "。", name + " is required."));
    }
    return Optional.ofNullable(value);
  }

  /** A value whose own constructor refuses nonsense. */
  <T> Optional<T> value(String name, @Nullable String written, Function<String, T> read) {
    return required(name, written).flatMap(text -> tried(name, text, read));
  }

  <E extends Enum<E>> Optional<E> code(String name, @Nullable String written, Class<E> codes) {
    String known = Arrays.toString(codes.getEnumConstants());
    Optional<String> text = required(name, written);
    Optional<E> code =
        text.flatMap(
            t ->
                Arrays.stream(codes.getEnumConstants())
                    .filter(c -> c.name().equals(t))
                    .findFirst());
    if (text.isPresent() && code.isEmpty()) {
      faults.add(new Fault(name, name + " 只能是：" + known, name + " is one of " + known));
    }
    return code;
  }

  /** A day such as 2024-05-31. */
  Optional<LocalDate> day(String name, @Nullable String written) {
    return optional(written)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeException noDay) {
                faults.add(
                    new Fault(
                        name,
                        name + " 应写作 2024-05-31 这样的日期。",
                        name + " is a date such as 2024-05-31."));
                return Optional.empty();
              }
            });
  }

  /** An instant with offset such as 2020-04-02T10:15:00+08:00. */
  Optional<Instant> instant(String name, @Nullable String written) {
    return required(name, written)
        .flatMap(
            text -> {
              try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
              } catch (DateTimeException noInstant) {
                faults.add(
                    new Fault(
                        name,
                        name + " 应写作 2020-04-02T10:15:00+08:00 这样带时区的时间。",
                        name + " is a time with offset such as 2020-04-02T10:15:00+08:00."));
                return Optional.empty();
              }
            });
  }

  void fault(String name, String zh, String en) {
    faults.add(new Fault(name, zh, en));
  }

  private <T> Optional<T> tried(String name, String text, Function<String, T> read) {
    try {
      return Optional.of(read.apply(text));
    } catch (IllegalArgumentException nonsense) {
      faults.add(new Fault(name, name + " 的写法不对。", name + " is malformed."));
      return Optional.empty();
    }
  }
}
