package cn.baosong.web.api;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A unit as the registry's columns name it; lists may also be written as one text parted by ;. */
record UnitBody(
    @Nullable String code,
    @Nullable String name,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<@Nullable String> aliases,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<@Nullable String> kind,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<@Nullable String> email,
    @Nullable String contact,
    @Nullable String phone,
    @Nullable String note) {

  static UnitBody of(Unit unit) {
    return new UnitBody(
        unit.code().value(),
        unit.name(),
        List.copyOf(unit.aliases()),
        List.copyOf(unit.kinds()),
        List.copyOf(unit.emails()),
        unit.contact(),
        unit.phone(),
        unit.note());
  }

  /** The unit, or empty after its faults were told. */
  Optional<Unit> read(String place, Fields fields) {
    Optional<UnitCode> key = fields.value(place + ".code", code, UnitCode::new);
    Optional<String> title = fields.required(place + ".name", name);
    return key.flatMap(
        k ->
            title.map(
                t ->
                    new Unit(
                        k,
                        t,
                        parted(aliases),
                        parted(kind),
                        parted(email),
                        Fields.optional(contact).orElse(""),
                        Fields.optional(phone).orElse(""),
                        Fields.optional(note).orElse(""))));
  }

  private static List<String> parted(@Nullable List<@Nullable String> texts) {
    return texts == null
        ? List.of()
        : texts.stream()
            .flatMap(text -> text == null ? null : Arrays.stream(text.split("[;；]", -1)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
  }
}
