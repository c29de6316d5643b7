package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Stray;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.desk.PaperDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A paper registration as it is posted (decisions.md, stable bodies).
 *
 * @param cover what the cover sheet says, in place of call and unit: its code, or the number of the
 *     electronic half
 */
record PaperBody(
    @Nullable String call,
    @Nullable String unit,
    @Nullable ParcelBody parcel,
    @Nullable List<@Nullable CandidateBody> candidates,
    @Nullable String cover) {

  /**
   * @param channel post, courier or counter; told by carrier and postmark when it is left out
   */
  record ParcelBody(
      @Nullable String channel,
      @Nullable String carrier,
      @Nullable String item,
      @Nullable String dispatchPostmark,
      @Nullable Boolean postmarkLegible,
      @Nullable String arrivalPostmark,
      @Nullable String received,
      @Nullable String by,
      @Nullable String confirmedBy) {
    static final ParcelBody NOTHING =
        new ParcelBody(null, null, null, null, null, null, null, null, null);
  }

  record CandidateBody(
      @Nullable String identity,
      @Nullable String name,
      @Nullable Map<String, @Nullable Integer> copies,
      @Nullable Map<String, @Nullable String> fields) {}

  /**
   * @param user who registers it when the body names nobody
   * @throws BadRequest naming every field that is missing or wrong
   */
  PaperDesk.Registration read(String user) {
    Fields fields = new Fields();
    Optional<CallId> forCall = fields.value("call", call, CallId::new);
    Optional<UnitCode> ofUnit = fields.value("unit", unit, UnitCode::new);
    ParcelBody stated = fields.present("parcel", parcel).orElse(ParcelBody.NOTHING);
    Optional<Instant> received =
        parcel == null ? Optional.empty() : fields.instant("parcel.received", stated.received());
    StatedParcel cover = cover(stated, fields);
    Optional<Channel> channel = channel(stated, cover, fields);
    List<PaperRecord.Candidate> people = people(fields);
    fields.check();
    return new PaperDesk.Registration(
        forCall.orElseThrow(),
        ofUnit.orElseThrow(),
        channel.orElseThrow(),
        cover,
        received.orElseThrow(),
        Fields.optional(stated.by()).orElse(user),
        Fields.optional(stated.confirmedBy()),
        people);
  }

  /** What a cover says by itself. */
  record Cover(Channel channel, StatedParcel parcel, Instant received) {}

  /**
   * Reads a cover of which nobody knows whose it is.
   *
   * @throws BadRequest naming every field that is missing or wrong
   */
  static Cover cover(@Nullable ParcelBody parcel) {
    Fields fields = new Fields();
    ParcelBody stated = fields.present("parcel", parcel).orElse(ParcelBody.NOTHING);
    Optional<Instant> received =
        parcel == null ? Optional.empty() : fields.instant("parcel.received", stated.received());
    StatedParcel cover = cover(stated, fields);
    Optional<Channel> channel = channel(stated, cover, fields);
    fields.check();
    return new Cover(channel.orElseThrow(), cover, received.orElseThrow());
  }

  /**
   * Reads whose a parcel is that was kept before.
   *
   * @throws BadRequest naming every field that is missing or wrong
   */
  PaperDesk.Registration read(Stray kept) {
    Fields fields = new Fields();
    Optional<CallId> forCall = fields.value("call", call, CallId::new);
    Optional<UnitCode> ofUnit = fields.value("unit", unit, UnitCode::new);
    List<PaperRecord.Candidate> people = people(fields);
    fields.check();
    return new PaperDesk.Registration(
        forCall.orElseThrow(),
        ofUnit.orElseThrow(),
        kept.channel(),
        kept.parcel(),
        kept.received(),
        kept.by(),
        Optional.empty(),
        people);
  }

  /** The same, for the call and unit that a cover sheet's code names. */
  PaperBody coded(CoverCode code) {
    return new PaperBody(code.call().value(), code.unit().value(), parcel, candidates, cover);
  }

  private static StatedParcel cover(ParcelBody stated, Fields fields) {
    Optional<LocalDate> sent = fields.day("parcel.dispatchPostmark", stated.dispatchPostmark());
    boolean legible =
        stated.postmarkLegible() == null ? sent.isPresent() : stated.postmarkLegible();
    return new StatedParcel(
        Fields.optional(stated.carrier()).orElse(""),
        Fields.optional(stated.item()).orElse(""),
        sent,
        legible,
        fields.day("parcel.arrivalPostmark", stated.arrivalPostmark()));
  }

  private static Optional<Channel> channel(ParcelBody stated, StatedParcel cover, Fields fields) {
    Optional<String> written = Fields.optional(stated.channel());
    if (written.isEmpty()) {
      return Optional.of(cover.channel());
    }
    Optional<Channel> named =
        written
            .flatMap(Channel::ofCode)
            .filter(c -> Set.of(Channel.POST, Channel.COURIER, Channel.COUNTER).contains(c));
    if (named.isEmpty()) {
      fields.fault(
          "parcel.channel",
          "parcel.channel 只能是 post、courier 或 counter。",
          "parcel.channel is post, courier or counter.");
    }
    return named;
  }

  private List<PaperRecord.Candidate> people(Fields fields) {
    List<PaperRecord.Candidate> people = new ArrayList<>();
    if (candidates != null) {
      for (int i = 0; i < candidates.size(); i++) {
        person("candidates[" + i + "]", candidates.get(i), fields).ifPresent(people::add);
      }
    }
    return people;
  }

  private static Optional<PaperRecord.Candidate> person(
      String place, @Nullable CandidateBody body, Fields fields) {
    if (body == null) {
      fields.fault(place, place + " 不能为空。", place + " is missing.");
      return Optional.empty();
    }
    Optional<String> name = fields.required(place + ".name", body.name());
    Map<String, Integer> copies = copies(place + ".copies", body.copies(), fields);
    return name.map(
        n ->
            new PaperRecord.Candidate(
                Fields.optional(body.identity()).orElse(""), n, copies, stated(body.fields())));
  }

  private static Map<String, Integer> copies(
      String place, @Nullable Map<String, @Nullable Integer> counted, Fields fields) {
    Map<String, Integer> copies = new java.util.LinkedHashMap<>();
    if (counted != null) {
      counted.forEach(
          (material, count) -> {
            if (count == null || count < 0 || count > 1000) {
              String field = place + "." + material;
              fields.fault(
                  field, field + " 应为 0 至 1000 的份数。", field + " is a number of copies, 0 to 1000.");
            } else {
              copies.put(material, count);
            }
          });
    }
    return copies;
  }

  /** A field that is null is one that nobody could read: it is left out. */
  private static Map<String, String> stated(@Nullable Map<String, @Nullable String> written) {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    if (written != null) {
      written.forEach(
          (name, value) -> {
            if (value != null) {
              fields.put(name, value);
            }
          });
    }
    return fields;
  }
}
