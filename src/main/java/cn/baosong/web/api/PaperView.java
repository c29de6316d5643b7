package cn.baosong.web.api;

import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A registered parcel, its people masked. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PaperView(
    String number,
    String call,
    String unit,
    String channel,
    ParcelView parcel,
    List<PersonView> candidates,
    Optional<EndingView> ending) {

  /** How it left the mail room's hands. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EndingView(String kind, String at, String by, String to, String reason) {}

  /** The cover. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ParcelView(
      String carrier,
      String item,
      Optional<String> dispatchPostmark,
      boolean postmarkLegible,
      Optional<String> arrivalPostmark,
      String received,
      String by,
      Optional<String> confirmedBy) {}

  /** One candidate's paper. */
  public record PersonView(
      String identity, String name, Map<String, Integer> copies, Map<String, String> fields) {

    static PersonView of(PaperRecord.Candidate person) {
      Map<String, String> masked = new TreeMap<>();
      person.fields().forEach((name, value) -> masked.put(name, Masking.text(value)));
      return new PersonView(
          IdentityNumber.read(person.identity()).masked(),
          Masking.text(person.name()),
          new TreeMap<>(person.copies()),
          masked);
    }
  }

  public static PaperView of(PaperRecord paper, WebOffice office) {
    return new PaperView(
        paper.number().value(),
        paper.call().value(),
        paper.unit().value(),
        paper.channel().code(),
        new ParcelView(
            paper.parcel().carrier(),
            paper.parcel().item(),
            paper.parcel().dispatchPostmark().map(LocalDate::toString),
            paper.parcel().postmarkLegible(),
            paper.parcel().arrivalPostmark().map(LocalDate::toString),
            office.at(paper.received()),
            paper.by(),
            paper.confirmedBy()),
        paper.candidates().stream().map(PersonView::of).toList(),
        paper
            .ending()
            .map(
                e ->
                    new EndingView(
                        e.kind().name(), office.at(e.at()), e.by(), e.to(), e.reason())));
  }
}
