package cn.baosong.reader.call;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.SelectedPeople;
import cn.baosong.core.call.Truth;
import cn.baosong.core.call.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case of a call's own tests ({@code cases.yaml}): what a unit delivers, and what the office is
 * expected to decide. Times without zone are the office's.
 *
 * @param line where it stands in the file
 * @param unit a unit kind of the call, or the code of a unit that the call names
 * @param under ambiguities that the case is about, each at a reading or open; others are as they
 *     are settled
 * @param arrivals empty when only paper has come
 * @param mode the paper mode to assume instead of the call's own
 * @param others what other units recommend, for quotas that all share
 * @param asOf the moment of assessment; empty: after everything arrived
 * @param selected who stands on the lists of persons selected before, by id of the list
 */
public record Case(
    String name,
    int line,
    String unit,
    Map<String, String> under,
    Optional<String> mode,
    List<Arrival> arrivals,
    Optional<Parcel> parcel,
    FormData report,
    Enclosed enclosed,
    List<Person> people,
    List<Others> others,
    Optional<LocalDateTime> asOf,
    Map<String, SelectedPeople> selected,
    Expected expected) {
  public Case {
    under = Map.copyOf(under);
    others = List.copyOf(others);
    arrivals = List.copyOf(arrivals);
    people = List.copyOf(people);
    selected = Map.copyOf(selected);
  }

  /** Whether nothing electronic has come. */
  public boolean isPaperOnly() {
    return arrivals.isEmpty();
  }

  /** The same case with other candidates. */
  public Case with(List<Person> somebody) {
    return new Case(
        name, line, unit, under, mode, arrivals, parcel, report, enclosed, somebody, others, asOf,
        selected, expected);
  }

  /**
   * An electronic delivery.
   *
   * @param channel code of the channel
   * @param received instant, or a day (its noon is meant)
   * @param until end of an interval of observation; empty for an instant
   * @param trust class of the evidence: A, B or C
   */
  public record Arrival(
      String channel,
      LocalDateTime received,
      Optional<LocalDateTime> until,
      Optional<LocalDateTime> sent,
      String trust) {}

  /**
   * A parcel as the mail room registered it.
   *
   * @param channel post, courier or counter
   * @param postmark dispatch postmark; for a courier the acceptance scan
   * @param arrived arrival postmark
   * @param confirmed whether a second person confirmed it
   * @param copies by id of the material; others are there in full
   */
  public record Parcel(
      String channel,
      Optional<LocalDate> postmark,
      boolean legible,
      Optional<LocalDate> arrived,
      LocalDateTime received,
      boolean confirmed,
      Map<String, Integer> copies) {}

  /**
   * What is enclosed: every required material of the call, except ...
   *
   * @param without ids of materials left out
   * @param also ids of optional materials enclosed as well
   * @param pages page counts by id of the material
   */
  public record Enclosed(Set<String> without, Set<String> also, Map<String, Integer> pages) {

    /** Whether a material is there: what is due unless left out, and what is added. */
    public boolean holds(Material material, FormData form) {
      boolean due =
          material.when().map(when -> when.test(form) == Truth.TRUE).orElse(material.required());
      return !material.originals()
          && !without.contains(material.id())
          && (due || also.contains(material.id()));
    }
  }

  /**
   * A candidate.
   *
   * @param paper what stands on the signed paper where it differs from the form; without a parcel
   *     empty means that the unit states nothing of its paper
   */
  public record Person(FormData form, Optional<Map<String, String>> paper) {

    /** Somebody else with the same merits: the number differs, the name stays. */
    public Person another(PersonFields fields, int position) {
      Map<String, Value> other = new LinkedHashMap<>(form.fields());
      form.text(fields.identity())
          .map(number -> SampleIdentity.another(number, position))
          .ifPresent(number -> other.put(fields.identity(), new Value.Text(number)));
      return new Person(new FormData(other), paper);
    }
  }

  /**
   * What units of another kind recommend already.
   *
   * @param unit their kind
   * @param category empty where the call has none
   */
  public record Others(String unit, Optional<String> category, int candidates) {}

  /**
   * The decision expected.
   *
   * @param state state of every dossier, such as ACCEPTED
   * @param codes findings that are more than passed, each as code or as code:rule, no more and no
   *     fewer; empty when the case does not say
   * @param letters kinds of the letters sent beside the receipt; empty when the case does not say
   */
  public record Expected(
      String state, Optional<Set<String>> codes, Optional<Set<String>> letters) {}
}
