package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.UnitStanding;
import cn.baosong.core.notice.Contact;
import cn.baosong.core.notice.Letter;
import cn.baosong.desk.Contacts;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.ReminderDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reminders to units that have not delivered, and notes of what was said with them. */
@RestController
@RequestMapping("/api/v1/calls/{id}")
@Tag(name = "calls")
class RemindersResource {
  private final MissingUnits missing;
  private final ReminderDesk desk;
  private final Contacts contacts;
  private final WebOffice office;

  RemindersResource(MissingUnits missing, ReminderDesk desk, Contacts contacts, WebOffice office) {
    this.missing = missing;
    this.desk = desk;
    this.contacts = contacts;
    this.office = office;
  }

  /**
   * @param units codes; null: all that the filter finds, where {@code all} says so
   * @param again whether units that were reminded of late are reminded again
   * @param preview whether the letters are only shown
   */
  record RemindersBody(
      @Nullable List<String> units,
      @Nullable String kind,
      @Nullable String standing,
      @Nullable String text,
      @Nullable Boolean all,
      @Nullable Boolean again,
      @Nullable Boolean preview) {}

  /**
   * What became of one unit.
   *
   * @param letter null when there is none; {@code zh} and {@code en} say why then
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ResultView(
      String unit, Optional<NoticeView> letter, Optional<String> zh, Optional<String> en) {}

  /**
   * @param at when they spoke; null: now
   * @param with whom of the unit
   */
  record ContactBody(
      @Nullable String unit, @Nullable String at, @Nullable String with, @Nullable String words) {}

  record ContactView(String id, String unit, String at, String by, String with, String words) {}

  @PostMapping("/reminders")
  ListBody<ResultView> remind(
      @PathVariable String id,
      @RequestBody RemindersBody body,
      @AuthenticationPrincipal Viewer viewer) {
    CallId call = MissingUnitsResource.call(id);
    boolean again = Boolean.TRUE.equals(body.again());
    boolean look = Boolean.TRUE.equals(body.preview());
    return ListBody.whole(
        meant(call, body)
            .map(
                unit ->
                    result(
                        unit,
                        () ->
                            look
                                ? desk.preview(call, unit, again)
                                : desk.remind(call, unit, again, viewer.name())))
            .toList());
  }

  private Stream<UnitCode> meant(CallId call, RemindersBody body) {
    List<String> named = body.units();
    if (named != null) {
      Fields fields = new Fields();
      List<UnitCode> codes =
          named.stream()
              .distinct()
              .flatMap(code -> fields.value("units", code, UnitCode::new).stream())
              .toList();
      fields.check();
      return codes.stream();
    }
    Fields fields = new Fields();
    if (!Boolean.TRUE.equals(body.all())) {
      fields.fault("units", "请列出 units，或写 all: true。", "Name units, or say all: true.");
    }
    MissingUnits.Filter filter =
        new MissingUnits.Filter(
            Fields.optional(body.kind()),
            body.standing() == null
                ? Optional.empty()
                : fields.code("standing", body.standing(), UnitStanding.class),
            Fields.optional(body.text()));
    fields.check();
    return missing.of(call).matching(filter).stream().map(line -> line.unit().code());
  }

  private ResultView result(UnitCode unit, java.util.function.Supplier<Letter> letter) {
    try {
      return new ResultView(
          unit.value(),
          Optional.of(NoticeView.of(letter.get(), office)),
          Optional.empty(),
          Optional.empty());
    } catch (Refusal refusal) {
      return new ResultView(
          unit.value(),
          Optional.empty(),
          Optional.of(refusal.chinese()),
          Optional.of(refusal.english()));
    }
  }

  @PostMapping("/contacts")
  @ResponseStatus(HttpStatus.CREATED)
  ContactView note(
      @PathVariable String id,
      @RequestBody ContactBody body,
      @AuthenticationPrincipal Viewer viewer) {
    Fields fields = new Fields();
    Optional<UnitCode> unit = fields.value("unit", body.unit(), UnitCode::new);
    Optional<String> words = fields.required("words", body.words());
    Optional<Instant> at = body.at() == null ? Optional.empty() : fields.instant("at", body.at());
    fields.check();
    return view(
        desk.note(
            new ReminderDesk.Spoken(
                MissingUnitsResource.call(id),
                unit.orElseThrow(),
                at.orElseGet(() -> office.clock().instant()),
                Fields.optional(body.with()).orElse(""),
                words.orElseThrow()),
            viewer.name()));
  }

  @GetMapping("/contacts")
  ListBody<ContactView> contacts(@PathVariable String id, @RequestParam String unit) {
    Fields fields = new Fields();
    Optional<UnitCode> code = fields.value("unit", unit, UnitCode::new);
    fields.check();
    return ListBody.whole(
        contacts.of(MissingUnitsResource.call(id), code.orElseThrow()).stream()
            .map(this::view)
            .toList());
  }

  private ContactView view(Contact contact) {
    return new ContactView(
        contact.id(),
        contact.unit().value(),
        office.at(contact.at()),
        contact.by(),
        contact.with(),
        contact.words());
  }
}
