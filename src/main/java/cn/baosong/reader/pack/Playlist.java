package cn.baosong.reader.pack;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.reader.call.Case;
import cn.baosong.reader.call.Case.Expected;
import cn.baosong.reader.call.Case.Person;
import cn.baosong.reader.call.LoadedCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of the calls' own cases shows a newcomer the office at work: of each call a sound package,
 * one that is late, one with something missing, one over its quota, and one whose paper says
 * something else. Each of a call is sent by another unit of the registry.
 */
public final class Playlist {
  private static final List<Predicate<Case>> STORIES =
      List.of(
          one -> isOnTime(one) && isSound(one.expected()),
          one -> one.parcel().isEmpty() && isLate(one.expected()),
          one -> isOnTime(one) && says(one.expected(), FindingCode.MATERIAL_MISSING),
          one -> isOnTime(one) && says(one.expected(), FindingCode.PAPER_MISMATCH),
          one -> isOnTime(one) && says(one.expected(), FindingCode.QUOTA_EXCEEDED));

  /** Those first that say nothing of the post, and that few people are in. */
  private static final Comparator<Case> SIMPLEST =
      Comparator.<Case, Boolean>comparing(one -> one.parcel().isPresent())
          .thenComparing(one -> one.parcel().flatMap(Case.Parcel::arrived).isPresent())
          .thenComparing(one -> one.people().size());

  /** Packages of the evening may come after midnight when they are played. */
  private static final int EVENING = 18;

  /** Candidates of two packages never share an identity number. */
  private static final int APART = 40;

  private final List<Unit> registry;
  private final Set<Unit> taken = new HashSet<>();
  private final List<Played> played = new ArrayList<>();

  private Playlist(List<Unit> registry) {
    this.registry = registry;
  }

  /** A case with a real unit of its kind. */
  public record Played(Call call, Case one, Unit unit) {}

  /** The cases to play, in the order of the time of their arrival. */
  public static List<Played> of(List<LoadedCall> calls, List<Unit> registry) {
    Playlist list = new Playlist(registry);
    calls.forEach(list::add);
    list.played.sort(Comparator.comparing(p -> p.one().arrivals().get(0).received()));
    return list.played;
  }

  private void add(LoadedCall loaded) {
    taken.clear();
    for (Predicate<Case> story : STORIES) {
      loaded.cases().stream()
          .filter(one -> isPlayable(one) && story.test(one))
          .sorted(SIMPLEST)
          .flatMap(one -> with(loaded.call(), one).stream())
          .findFirst()
          .ifPresent(this::play);
    }
  }

  private void play(Played next) {
    int apart = APART * (played.size() + 1);
    List<Person> others = new ArrayList<>();
    for (Person person : next.one.people()) {
      others.add(person.another(next.call.person(), apart + others.size()));
    }
    taken.add(next.unit);
    played.add(new Played(next.call, next.one.with(others), next.unit));
  }

  private Optional<Played> with(Call call, Case one) {
    return registry.stream()
        .filter(unit -> !taken.contains(unit))
        .filter(unit -> unit.kindIn(call).filter(one.unit()::equals).isPresent())
        .findFirst()
        .map(unit -> new Played(call, one, unit));
  }

  /**
   * Whether a watched folder can deliver it: one arrival, no odd page counts. A parcel that only
   * says the same as the form can be left out, for the form itself is enclosed.
   */
  private static boolean isPlayable(Case one) {
    return one.asOf().isEmpty()
        && one.arrivals().size() == 1
        && one.arrivals().get(0).channel().equals(Channel.FOLDER.code())
        && one.arrivals().get(0).until().isEmpty()
        && one.parcel().map(parcel -> parcel.legible() && parcel.copies().isEmpty()).orElse(true)
        && one.enclosed().pages().isEmpty()
        && one.people().size() < APART;
  }

  private static boolean isOnTime(Case one) {
    return one.arrivals().get(0).received().getHour() < EVENING;
  }

  private static boolean isSound(Expected expected) {
    return expected.state().equals(DossierState.ACCEPTED.name())
        && expected.codes().filter(Set::isEmpty).isPresent();
  }

  private static boolean isLate(Expected expected) {
    return expected.state().equals(DossierState.REJECTED.name())
        && expected.codes().orElse(Set.of()).contains(FindingCode.LATE.name());
  }

  private static boolean says(Expected expected, FindingCode code) {
    Set<String> codes = expected.codes().orElse(Set.of());
    return !codes.isEmpty()
        && codes.stream().allMatch(found -> found.split(":")[0].equals(code.name()));
  }
}
