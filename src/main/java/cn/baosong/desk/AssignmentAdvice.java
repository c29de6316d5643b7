package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Records.SubmissionLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which call and which unit an unassigned delivery may belong to, and why one may think so. It
 * advises; a person binds.
 */
public final class AssignmentAdvice {
  private static final int SHORTEST_PART = 4;
  private static final int LOOKED_AT = 50;

  private final Records records;
  private final Submissions submissions;
  private final Calls calls;
  private final Units units;

  public AssignmentAdvice(Records records, Submissions submissions, Calls calls, Units units) {
    this.records = records;
    this.submissions = submissions;
    this.calls = calls;
    this.units = units;
  }

  /** What the thought rests on, the strongest first. */
  public enum Why {
    /** The folder or place of arrival belongs to it. */
    PLACE,
    /** The package states its code, id or number. */
    STATED,
    /** The package states a name that holds its own, or the other way round. */
    LIKE_STATED,
    /** The file's name holds its name. */
    FILE_NAME,
    /** A delivery of the same file name was bound to it. */
    SAME_NAME_BEFORE,
    /** The unit thought of has delivered for it. */
    UNIT_BEFORE
  }

  /** A unit or a call with the reason to think of it. */
  public record Thought<T>(T of, Why why) {}

  /**
   * What may be thought of one delivery.
   *
   * @param units the likeliest first
   * @param calls the likeliest first
   */
  public record Advice(List<Thought<Unit>> units, List<Thought<Call>> calls) {}

  /** What may be thought of a delivery. */
  public Advice on(Submission submission) {
    List<SubmissionLine> sameName = sameName(submission);
    List<Thought<Unit>> likely = units(submission, sameName);
    return new Advice(likely, calls(submission, sameName, likely));
  }

  /**
   * Others that wait and come from the same place, or state the same unit; itself not among them.
   */
  public List<Submission> ofTheSameSource(Submission submission) {
    Set<String> source = source(submission);
    if (source.isEmpty()) {
      return List.of();
    }
    Filters.OfSubmissions waiting =
        Filters.OfSubmissions.ALL.in(Optional.of(SubmissionState.UNASSIGNED));
    return records.submissions(waiting, Window.first(LOOKED_AT)).items().stream()
        .map(SubmissionLine::number)
        .filter(number -> !number.equals(submission.number()))
        .flatMap(number -> submissions.find(number).stream())
        .filter(other -> source(other).equals(source))
        .toList();
  }

  private static Set<String> source(Submission submission) {
    Stated stated = submission.stated();
    return Set.copyOf(
        Stream.of(submission.first().folderUnit(), stated.unitCode(), stated.unitName())
            .flatMap(Optional::stream)
            .distinct()
            .toList());
  }

  private List<Thought<Unit>> units(Submission submission, List<SubmissionLine> sameName) {
    Map<UnitCode, Thought<Unit>> thoughts = new LinkedHashMap<>();
    Stated stated = submission.stated();
    submission.first().folderUnit().flatMap(this::unit).ifPresent(u -> add(thoughts, u, Why.PLACE));
    Stream.of(stated.unitCode(), stated.unitName())
        .flatMap(words -> words.flatMap(this::unit).stream())
        .forEach(u -> add(thoughts, u, Why.STATED));
    stated.unitName().ifPresent(name -> like(name).forEach(u -> add(thoughts, u, Why.LIKE_STATED)));
    like(submission.first().name()).forEach(u -> add(thoughts, u, Why.FILE_NAME));
    sameName.stream()
        .flatMap(line -> line.unit().flatMap(units::find).stream())
        .forEach(u -> add(thoughts, u, Why.SAME_NAME_BEFORE));
    return List.copyOf(thoughts.values());
  }

  private static void add(Map<UnitCode, Thought<Unit>> thoughts, Unit unit, Why why) {
    thoughts.putIfAbsent(unit.code(), new Thought<>(unit, why));
  }

  private Optional<Unit> unit(String words) {
    return units.all().stream()
        .filter(unit -> unit.code().value().equals(words.strip()))
        .findFirst()
        .or(() -> units.match(words));
  }

  /** The units whose name or alias stands in the words, or that hold the words. */
  private Stream<Unit> like(String words) {
    return units.all().stream()
        .filter(
            unit ->
                Stream.concat(Stream.of(unit.name()), unit.aliases().stream())
                    .anyMatch(name -> holds(words, name) || holds(name, words)))
        .limit(LOOKED_AT);
  }

  private static boolean holds(String whole, String part) {
    return part.length() >= SHORTEST_PART && whole.contains(part);
  }

  private List<Thought<Call>> calls(
      Submission submission, List<SubmissionLine> sameName, List<Thought<Unit>> likely) {
    Map<CallId, Thought<Call>> thoughts = new LinkedHashMap<>();
    Optional<String> stated = submission.stated().call();
    stated.flatMap(calls::match).ifPresent(call -> add(thoughts, call, Why.STATED));
    stated.ifPresent(words -> named(words).forEach(call -> add(thoughts, call, Why.LIKE_STATED)));
    named(submission.first().name()).forEach(call -> add(thoughts, call, Why.FILE_NAME));
    live(sameName).forEach(call -> add(thoughts, call, Why.SAME_NAME_BEFORE));
    likely.stream()
        .limit(1)
        .flatMap(unit -> live(deliveredBy(unit.of().code())))
        .forEach(call -> add(thoughts, call, Why.UNIT_BEFORE));
    return List.copyOf(thoughts.values());
  }

  private static void add(Map<CallId, Thought<Call>> thoughts, Call call, Why why) {
    thoughts.putIfAbsent(call.id(), new Thought<>(call, why));
  }

  private Stream<Call> named(String words) {
    return calls.live().stream()
        .filter(
            call ->
                holds(words, call.id().value())
                    || holds(words, call.heading().title())
                    || holds(call.heading().title(), words)
                    || call.heading().number().filter(n -> holds(words, n)).isPresent());
  }

  private Stream<Call> live(List<SubmissionLine> lines) {
    return lines.stream().flatMap(line -> line.call().flatMap(calls::find).stream()).distinct();
  }

  private List<SubmissionLine> deliveredBy(UnitCode unit) {
    return records
        .submissions(
            new Filters.OfSubmissions(
                Optional.empty(), Optional.empty(), Optional.of(unit), Optional.empty()),
            Window.first(LOOKED_AT))
        .items();
  }

  /** Bound deliveries of the same file name; none when looking takes too long. */
  private List<SubmissionLine> sameName(Submission submission) {
    String name = submission.first().name();
    Filters.OfSubmissions named =
        new Filters.OfSubmissions(
            Optional.of(SubmissionState.PROCESSED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Filters.Words(name, Set.of())),
            Optional.empty(),
            Optional.empty());
    try {
      List<SubmissionLine> found =
          new ArrayList<>(records.submissions(named, Window.first(LOOKED_AT)).items());
      found.removeIf(line -> !line.arrival().name().equalsIgnoreCase(name));
      return found;
    } catch (Refusal tookTooLong) {
      return List.of();
    }
  }
}
