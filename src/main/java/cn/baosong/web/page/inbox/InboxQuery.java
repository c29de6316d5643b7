package cn.baosong.web.page.inbox;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Units;
import cn.baosong.web.WebOffice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what the inbox is asked for; what cannot be meant is told at its field. */
@Component
class InboxQuery {
  private static final int LONGEST = 100;
  private static final int UNITS = 500;
  private static final ValueRange YEARS = ValueRange.of(1900, 2200);

  private final Units units;
  private final WebOffice office;

  InboxQuery(Units units, WebOffice office) {
    this.units = units;
    this.office = office;
  }

  /**
   * What was understood.
   *
   * @param faults keys of what is wrong, by field; such a field narrows nothing
   */
  record Asked(InboxForm form, Filters.OfSubmissions filter, Map<String, String> faults) {
    /** Whether nothing but what waits to be bound is asked for. */
    boolean isUnassigned() {
      return filter.state().filter(state -> state == SubmissionState.UNASSIGNED).isPresent();
    }
  }

  Asked read(InboxForm form) {
    Map<String, String> faults = new LinkedHashMap<>();
    Optional<LocalDate> from = day("from", InboxForm.said(form.from()), faults);
    Optional<LocalDate> to = day("to", InboxForm.said(form.to()), faults);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      faults.put("to", "inbox.wrong.order");
    }
    Filters.OfSubmissions filter =
        new Filters.OfSubmissions(
            code(SubmissionState.values(), InboxForm.said(form.state())),
            InboxForm.said(form.call()).flatMap(InboxQuery::call),
            unit(InboxForm.said(form.unit()), faults),
            code(Channel.values(), InboxForm.said(form.channel())),
            words(InboxForm.said(form.q()), faults),
            from.map(this::start),
            to.map(day -> start(day.plusDays(1))));
    return new Asked(form, filter, faults);
  }

  private static <E extends Enum<E>> Optional<E> code(E[] codes, Optional<String> written) {
    return written.flatMap(w -> Arrays.stream(codes).filter(c -> c.name().equals(w)).findFirst());
  }

  private static Optional<CallId> call(String written) {
    try {
      return Optional.of(new CallId(written));
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }

  /** By code, name or alias. */
  private Optional<UnitCode> unit(Optional<String> written, Map<String, String> faults) {
    Optional<UnitCode> found =
        written
            .filter(w -> w.length() <= LONGEST)
            .flatMap(
                w ->
                    units
                        .match(w)
                        .map(Unit::code)
                        .or(() -> code(w).filter(c -> units.find(c).isPresent())));
    if (written.isPresent() && found.isEmpty()) {
      faults.put("unit", "inbox.wrong.unit");
    }
    return found;
  }

  private static Optional<UnitCode> code(String written) {
    try {
      return Optional.of(new UnitCode(written));
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }

  private Optional<Filters.Words> words(Optional<String> written, Map<String, String> faults) {
    if (written.filter(w -> w.length() > LONGEST).isPresent()) {
      faults.put("q", "inbox.wrong.long");
      return Optional.empty();
    }
    return written.map(w -> new Filters.Words(w, named(w.toLowerCase(Locale.ROOT))));
  }

  /** The units whose names hold the words. */
  private Set<UnitCode> named(String words) {
    return units.all().stream()
        .filter(
            u ->
                Stream.concat(Stream.of(u.name()), u.aliases().stream())
                    .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(words)))
        .limit(UNITS)
        .map(Unit::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<LocalDate> day(
      String field, Optional<String> written, Map<String, String> faults) {
    try {
      Optional<LocalDate> day = written.map(LocalDate::parse);
      if (day.isEmpty() || YEARS.isValidIntValue(day.get().getYear())) {
        return day;
      }
    } catch (DateTimeException strange) {
      // told below
    }
    faults.put(field, "inbox.wrong.day");
    return Optional.empty();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(office.zone()).toInstant();
  }
}
