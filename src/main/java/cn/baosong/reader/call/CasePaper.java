package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.reader.call.Case.Parcel;
import cn.baosong.reader.call.Case.Person;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registration of a case's parcel: what was keyed in from the signed forms. */
record CasePaper(Call call, List<Person> people, ZoneId zone) {

  PaperRecord record(Parcel parcel, UnitCode unit) {
    return new PaperRecord(
        new PaperNumber("YZ-2000-0001"),
        call.id(),
        unit,
        Channel.ofCode(parcel.channel()).orElse(Channel.POST),
        new StatedParcel(
            parcel.channel(), "case", parcel.postmark(), parcel.legible(), parcel.arrived()),
        parcel.received().atZone(zone).toInstant(),
        "clerk1",
        parcel.confirmed() ? Optional.of("clerk2") : Optional.empty(),
        people.stream().map(person -> candidate(person, parcel)).toList());
  }

  private PaperRecord.Candidate candidate(Person person, Parcel parcel) {
    return new PaperRecord.Candidate(
        person.form().text(call.person().identity()).orElse(""),
        person.form().text(call.person().name()).orElse(""),
        copies(parcel),
        fields(call, person, person.paper().orElse(Map.of())));
  }

  private Map<String, Integer> copies(Parcel parcel) {
    Map<String, Integer> copies = new HashMap<>();
    for (Material material : call.materials()) {
      if (material.perCandidate() && material.copies() > 0 && !material.opaque()) {
        copies.put(material.name(), parcel.copies().getOrDefault(material.id(), material.copies()));
      }
    }
    return copies;
  }

  /** The compared fields as the form has them, but for what the paper has otherwise. */
  static Map<String, String> fields(Call call, Person person, Map<String, String> otherwise) {
    Map<String, String> fields = new HashMap<>();
    call.paper()
        .compared()
        .forEach(c -> person.form().text(c.field()).ifPresent(text -> fields.put(c.field(), text)));
    fields.putAll(otherwise);
    return fields;
  }
}
