package cn.baosong.desk;

import static java.util.Comparator.naturalOrder;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.PartMark;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Packages that come in several mails or files, each marked “1/3” (decisions.md 3). Each waits as a
 * row that a clerk can see; the one that completes them takes the others in. When one is missing
 * for too long a person is asked, and what that person binds is taken as it is. Files belong
 * together by unit and call; a name that may mean something else waits only for a moment, unless
 * another of them comes.
 */
public final class PartDesk {
  /** Files that were uploaded together are registered within this. */
  private static final Duration BESIDE = Duration.ofMinutes(2);

  /** Between two looks at those that came lately. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Submissions submissions;
  private final UnitOfWork work;
  private final Clock clock;
  private final ZoneId zone;
  private final Duration patience;
  private final Deadlines deadlines;
  private volatile Instant lastYoung = Instant.MIN;

  /**
   * The desk.
   *
   * @param patience how long the others are waited for
   */
  public PartDesk(
      Submissions submissions,
      UnitOfWork work,
      Clock clock,
      ZoneId zone,
      Duration patience,
      Deadlines deadlines) {
    this.submissions = submissions;
    this.work = work;
    this.clock = clock;
    this.zone = zone;
    this.patience = patience;
    this.deadlines = deadlines;
  }

  /** What the calls say of time. */
  @FunctionalInterface
  public interface Deadlines {
    /**
     * Whether a deadline ends between two moments, by any reading in play.
     *
     * @param call whose deadlines are meant; empty for those of all calls
     */
    boolean areBetween(Optional<CallId> call, Instant from, Instant to);
  }

  /** What is to be done with a delivery: it waits, or is opened with others, or alone. */
  public sealed interface Course {
    /** By itself. */
    record Alone() implements Course {}

    /** Until the others are there, as what it is known to be. */
    record Wait(Defect told, Optional<CallId> call, Optional<UnitCode> unit) implements Course {}

    /**
     * With these, which waited for it.
     *
     * @param place how many of the others come before it: of files by their numbers, while a mail
     *     that completes a package stands for it
     * @param earlier what was sent again since and stands for nothing any more
     */
    record With(List<Submission> others, List<Submission> earlier, int place, Defect told)
        implements Course {
      public With {
        others = List.copyOf(others);
        earlier = List.copyOf(earlier);
      }

      /** All of them, the one that completes them among the others. */
      List<Submission> inOrder(Submission completing) {
        List<Submission> all = new ArrayList<>(others);
        all.add(place, completing);
        return List.copyOf(all);
      }
    }
  }

  /** Looks whether a delivery that was just read is one of several. */
  Course course(Submission submission, Opened read, Bearings bearings) {
    boolean whole = !submission.parts().isEmpty();
    Submission known = whole ? submission : known(submission.inMailOf(read), read, bearings);
    Optional<PartMark> mark = known.part();
    if (whole || mark.isEmpty() || known.partsTogether().isEmpty() || !mayWait(known, read)) {
      return new Course.Alone();
    }
    List<Submission> others = others(known);
    boolean bound = submission.call().isPresent() && submission.unit().isPresent();
    Set<Integer> here = numbers(others);
    here.add(mark.get().number());
    if (here.size() < mark.get().of() && !bound) {
      return isBy(known, others, clock.instant())
          ? new Course.Alone()
          : new Course.Wait(waiting(known, mark.get()), known.call(), known.unit());
    }
    List<Submission> last = lastOfEach(others, mark.get().number());
    List<Submission> earlier = others.stream().filter(part -> !last.contains(part)).toList();
    int before = (int) last.stream().filter(other -> number(other) < mark.get().number()).count();
    return last.isEmpty()
        ? new Course.Alone()
        : new Course.With(last, earlier, known.isByMail() ? 0 : before, joined(known, last));
  }

  /** A file belongs to its unit; who wrote a mail is known by itself. */
  private static Submission known(Submission submission, Opened read, Bearings bearings) {
    if (submission.isByMail() || submission.part().isEmpty()) {
      return submission;
    }
    Bearings.Found found = bearings.of(submission, read.stated(), Optional.empty());
    return submission.of(found.call().map(Call::id), found.unit().map(Unit::code));
  }

  /** What may be a part, and has waited for another of them long enough. */
  private static boolean isBy(Submission part, List<Submission> others, Instant now) {
    return part.isDoubtfulPart()
        && others.isEmpty()
        && part.first().registered().isBefore(now.minus(BESIDE));
  }

  /** The others that wait, of the same call where it is known. */
  private List<Submission> others(Submission part) {
    return part.partsTogether().map(submissions::parts).orElse(List.of()).stream()
        .filter(other -> !other.number().equals(part.number()))
        .filter(
            other ->
                other.call().isEmpty() || part.call().isEmpty() || other.call().equals(part.call()))
        .toList();
  }

  /** Words alone, a list alone or papers without a list may be a part; what is broken is told. */
  private static boolean mayWait(Submission part, Opened read) {
    return switch (read.outcome()) {
      case READ, LETTER -> true;
      case UNREADABLE -> (part.isByMail() || read.content().isPresent()) && lacksOnlyAList(read);
      case UNSAFE, CLASSIFIED, INFECTED -> false;
    };
  }

  private static boolean lacksOnlyAList(Opened read) {
    return read.defects().stream()
        .filter(defect -> !defect.remark())
        .allMatch(defect -> defect.code().equals(FindingCode.PACKAGE_UNREADABLE.name()));
  }

  private static Set<Integer> numbers(List<Submission> parts) {
    return parts.stream().map(PartDesk::number).collect(Collectors.toCollection(HashSet::new));
  }

  private static int number(Submission part) {
    return part.part().map(PartMark::number).orElse(0);
  }

  /** A part that was sent again stands for the earlier one, which is then nobody's. */
  private static List<Submission> lastOfEach(List<Submission> others, int own) {
    TreeMap<Integer, Submission> last = new TreeMap<>();
    others.forEach(part -> last.put(number(part), part));
    last.remove(own);
    return List.copyOf(last.values());
  }

  /** What a part is called, in the sentences that tell of it. */
  private static String piece(Submission part) {
    return part.isByMail() ? "封" : "件";
  }

  private static String place(Submission part) {
    return part.isByMail() ? "邮件" : "文件名";
  }

  private static String things(Submission part) {
    return part.isByMail() ? "封邮件" : "件材料";
  }

  private static Defect waiting(Submission part, PartMark mark) {
    String sentence =
        part.isDoubtfulPart()
            ? "文件名像是 %d %s中的第 %d %s；稍等其余各%s，没有就单独开包。收到时间已经记录。"
            : "这是 %d %s中的第 %d %s，等收齐后一并开包；收到时间已经记录。";
    String piece = piece(part);
    return new Defect(
        FindingCode.MATERIAL_MISSING.name(),
        place(part),
        String.format(Locale.ROOT, sentence, mark.of(), things(part), mark.number(), piece, piece),
        true);
  }

  /**
   * Whether it counts as one delivery of one day, on one side of every deadline; else which of them
   * counts is a person's to say.
   */
  private Defect joined(Submission completing, List<Submission> others) {
    List<Submission> all = new ArrayList<>(others);
    all.add(completing);
    all.sort(Comparator.comparing(Submission::number, Comparator.comparing(Object::toString)));
    String numbers =
        all.stream().map(part -> part.number().value()).collect(Collectors.joining("、"));
    String made = "由几" + things(completing) + "合成一份材料";
    return apart(completing, all)
        .map(
            how ->
                new Defect(
                    FindingCode.TIME_UNDETERMINED.name(),
                    place(completing),
                    "%s（%s），%s，以哪一%s的时间为准由工作人员认定。".formatted(made, numbers, how, piece(completing)),
                    false))
        .orElseGet(
            () ->
                new Defect(
                    FindingCode.MATERIAL_INVALID.name(),
                    place(completing),
                    made + "：" + numbers + "。",
                    true));
  }

  /** What parts them in time; empty where nothing does. */
  private Optional<String> apart(Submission completing, List<Submission> all) {
    List<Interval> received =
        all.stream().map(part -> part.effective().received().interval()).toList();
    Set<LocalDate> days =
        received.stream()
            .map(when -> when.latest().atZone(zone).toLocalDate())
            .collect(Collectors.toSet());
    if (days.size() > 1) {
      return Optional.of("不在同一天收到");
    }
    Instant first = received.stream().map(Interval::earliest).min(naturalOrder()).orElseThrow();
    Instant last = received.stream().map(Interval::latest).max(naturalOrder()).orElseThrow();
    return deadlines.areBetween(completing.call(), first, last)
        ? Optional.of("先后到达跨过截止时间")
        : Optional.empty();
  }

  /** Takes the others in, within the caller's transaction. */
  void take(Submission into, Course.With with) {
    for (Submission other :
        Stream.concat(with.others().stream(), with.earlier().stream()).toList()) {
      Submission now = submissions.find(other.number()).orElseThrow();
      if (now.version() != other.version()) {
        throw new StaleRecord("part " + other.number() + " was changed since it was read");
      }
      submissions.save(
          now.takenInto(
              new Defect(
                  FindingCode.MATERIAL_INVALID.name(),
                  place(now),
                  "与其余" + things(now) + "合成一份材料，按 " + into.number() + " 办理。",
                  true)),
          Act.byMachine(Act.Kind.SUBMISSION_PROCESSED));
    }
  }

  /**
   * Asks a person about packages whose parts do not come; one of each stands for all. What may be
   * no part goes on alone when no other came, and what is all there by now is opened together.
   */
  public void look() {
    Instant now = clock.instant();
    look(submissions.partsBefore(now.minus(patience)), now);
    if (now.isBefore(lastYoung) || !now.isBefore(lastYoung.plus(PAUSE))) {
      lastYoung = now;
      look(submissions.partsBetween(now.minus(patience), now.minus(BESIDE)), now);
    }
  }

  /** One of each package stands for the others: a flood of one package costs no more than one. */
  private void look(List<Submission> parts, Instant now) {
    Set<String> packages = new HashSet<>();
    List<Submission> one =
        parts.stream().filter(part -> packages.add(part.partKey() + "|" + part.call())).toList();
    for (Submission waiting : one) {
      work.inTransaction(
          () -> {
            submissions.find(waiting.number()).ifPresent(part -> look(part, now));
            return waiting;
          });
    }
  }

  private void look(Submission part, Instant now) {
    if (part.state() != SubmissionState.AWAITING_PARTS) {
      return;
    }
    List<Submission> others = others(part);
    Set<Integer> here = numbers(others);
    here.add(number(part));
    boolean all = here.size() == part.part().map(PartMark::of).orElse(0);
    if (isBy(part, others, now) || all) {
      submissions.save(part.waitingNoMore(), Act.byMachine(Act.Kind.PARTS_AWAITED));
    } else if (part.first().registered().isBefore(now.minus(patience))
        && others.stream().noneMatch(p -> p.state() == SubmissionState.UNASSIGNED)) {
      submissions.save(part.asking(missing(part, others)), Act.byMachine(Act.Kind.SUBMISSION_HELD));
    }
  }

  private static Defect missing(Submission part, List<Submission> others) {
    List<Submission> all = Stream.concat(Stream.of(part), others.stream()).toList();
    Set<Integer> here = numbers(all);
    String piece = piece(part);
    int of = part.part().map(PartMark::of).orElse(0);
    String lacking =
        IntStream.rangeClosed(1, of)
            .filter(number -> !here.contains(number))
            .mapToObj(number -> "第 " + number + " " + piece)
            .collect(Collectors.joining("、"));
    String numbers = all.stream().map(one -> one.number().value()).collect(Collectors.joining("、"));
    return new Defect(
        FindingCode.MATERIAL_MISSING.name(),
        place(part),
        String.format(
            Locale.ROOT,
            "一份材料分 %d %s发送，已收到 %s，%s没有收到。请与报送单位联系；认定本件后，已收到的各%s一并开包。",
            of,
            things(part),
            numbers,
            lacking,
            piece),
        false);
  }
}
