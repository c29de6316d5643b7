package cn.baosong.web.page.upload;

import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Units;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.Handover;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form beside the files.
 *
 * @param how {@code COUNTER} when it was handed over, else it is an upload of the office
 * @param at when it was handed over, such as 2024-05-31T17:20
 * @param unit code or name
 */
public record UploadForm(@Nullable String how, @Nullable String at, @Nullable String unit) {

  /**
   * What it says, when all of it can be meant.
   *
   * @param faults keys of what is wrong, by field
   */
  Handover.Manner read(Units units, WebOffice office, Map<String, String> faults) {
    boolean counter = Channel.COUNTER.name().equals(how);
    Optional<String> named = said(unit);
    Optional<String> code = named.flatMap(words -> code(units, words));
    if (named.isPresent() && code.isEmpty()) {
      faults.put("unit", "upload.wrong.unit");
    }
    Optional<Instant> since =
        counter ? said(at).flatMap(t -> time(t, office, faults)) : Optional.empty();
    return new Handover.Manner(counter ? Channel.COUNTER : Channel.WEB, code, since);
  }

  private static Optional<String> code(Units units, String words) {
    return units.all().stream()
        .filter(u -> u.code().value().equals(words))
        .findFirst()
        .or(() -> units.match(words))
        .map(Unit::code)
        .map(Object::toString);
  }

  private static Optional<Instant> time(
      String written, WebOffice office, Map<String, String> faults) {
    try {
      Instant at = LocalDateTime.parse(written).atZone(office.zone()).toInstant();
      if (!at.isAfter(office.clock().instant())) {
        return Optional.of(at);
      }
      faults.put("at", "upload.wrong.future");
    } catch (DateTimeException strange) {
      faults.put("at", "upload.wrong.time");
    }
    return Optional.empty();
  }

  private static Optional<String> said(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty());
  }
}
