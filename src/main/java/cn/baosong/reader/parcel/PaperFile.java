package cn.baosong.reader.parcel;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as the mail room would register it, in the words of {@code POST /api/v1/paper}.
 *
 * @param call to be the one that is inspected, where it is stated
 * @param unit likewise
 * @param cover what the cover sheet says, in place of call and unit
 */
public record PaperFile(
    Optional<String> call,
    Optional<String> unit,
    String cover,
    Optional<Parcel> parcel,
    List<Person> candidates) {
  private static final Set<Channel> BY_HAND =
      Set.of(Channel.POST, Channel.COURIER, Channel.COUNTER);

  /**
   * Names what is left out or wrong.
   *
   * @param at what stands before each name
   */
  public void check(String at, List<String> missing) {
    if (parcel.flatMap(Parcel::received).isEmpty()) {
      missing.add(at + (parcel.isEmpty() ? "parcel" : "parcel.received"));
    }
    if (parcel.flatMap(Parcel::channel).filter(c -> !BY_HAND.contains(c)).isPresent()) {
      missing.add(at + "parcel.channel（post / courier / counter）");
    }
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).name().isBlank()) {
        missing.add(at + "candidates[" + i + "].name");
      }
    }
  }

  /** As it would stand in the register. */
  public PaperRecord record(PaperNumber number, CallId forCall, UnitCode ofUnit) {
    Parcel stated = parcel.orElseThrow();
    StatedParcel cover = stated.cover();
    return new PaperRecord(
        number,
        forCall,
        ofUnit,
        stated.channel().orElseGet(cover::channel),
        cover,
        stated.received().orElseThrow(),
        stated.by(),
        stated.confirmedBy(),
        candidates.stream().map(Person::entry).toList());
  }

  /** One candidate's paper; a field that is null is one that nobody could read. */
  public record Person(
      String identity,
      String name,
      Map<String, @Nullable Integer> copies,
      Map<String, @Nullable String> fields) {
    PaperRecord.Candidate entry() {
      return new PaperRecord.Candidate(identity, name, stated(copies), stated(fields));
    }

    private static <V> Map<String, V> stated(Map<String, @Nullable V> written) {
      Map<String, V> stated = new LinkedHashMap<>();
      written.forEach(
          (name, value) -> {
            if (value != null) {
              stated.put(name, value);
            }
          });
      return stated;
    }
  }

  /** The cover of a parcel, and its receipt. */
  public record Parcel(
      Optional<Channel> channel,
      String carrier,
      String item,
      Optional<LocalDate> dispatchPostmark,
      Optional<Boolean> postmarkLegible,
      Optional<LocalDate> arrivalPostmark,
      Optional<Instant> received,
      String by,
      Optional<String> confirmedBy) {
    StatedParcel cover() {
      return new StatedParcel(
          carrier,
          item,
          dispatchPostmark,
          postmarkLegible.orElse(dispatchPostmark.isPresent()),
          arrivalPostmark);
    }
  }
}
