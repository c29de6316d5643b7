package cn.baosong.desk;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Packages that come in several mails, each marked “1/3” (decisions.md 3). Each mail waits as a row
 * that a clerk can see; the one that completes them takes the others in. When one is missing for
 * too long a person is asked, and what that person binds is taken as it is.
 */
public final class PartDesk {
  private final Submissions submissions;
  private final UnitOfWork work;
  private final Clock clock;
  private final ZoneId zone;
  private final Duration patience;

  /**
   * The desk.
   *
   * @param patience how long the others are waited for
   */
  public PartDesk(
      Submissions submissions, UnitOfWork work, Clock clock, ZoneId zone, Duration patience) {
    this.submissions = submissions;
    this.work = work;
    this.clock = clock;
    this.zone = zone;
    this.patience = patience;
  }

  /** What is to be done with a delivery: it waits, or is opened with others, or alone. */
  public sealed interface Course {
    /** By itself. */
    record Alone() implements Course {}

    /** Until the others are there. */
    record Wait(Defect told) implements Course {}

    /**
     * With these, which waited for it.
     *
     * @param earlier what was sent again since and stands for nothing any more
     */
    record With(List<Submission> others, List<Submission> earlier, Defect told) implements Course {
      public With {
        others = List.copyOf(others);
        earlier = List.copyOf(earlier);
      }
    }
  }

  /** Looks whether a delivery that was just read is one of several. */
  Course course(Submission submission, Opened read) {
    Submission known = submission.inMailOf(read);
    Optional<PartMark> mark = known.mail().flatMap(mail -> mail.part());
    Optional<String> key = known.mail().flatMap(mail -> mail.partKey());
    boolean whole = !submission.parts().isEmpty();
    if (whole || mark.isEmpty() || key.isEmpty() || !mayWait(read)) {
      return new Course.Alone();
    }
    List<Submission> others =
        submissions.parts(key.get()).stream()
            .filter(other -> !other.number().equals(submission.number()))
            .toList();
    boolean bound = submission.call().isPresent() && submission.unit().isPresent();
    Set<Integer> here = numbers(others);
    here.add(mark.get().number());
    if (here.size() < mark.get().of() && !bound) {
      return new Course.Wait(waiting(mark.get()));
    }
    List<Submission> last = lastOfEach(others, mark.get().number());
    List<Submission> earlier = others.stream().filter(part -> !last.contains(part)).toList();
    return last.isEmpty()
        ? new Course.Alone()
        : new Course.With(last, earlier, joined(submission, last));
  }

  /** Words alone, a list alone or papers without a list may be a part; what is broken is told. */
  private static boolean mayWait(Opened read) {
    return switch (read.outcome()) {
      case READ, LETTER -> true;
      case UNREADABLE ->
          read.defects().stream()
              .filter(defect -> !defect.remark())
              .allMatch(defect -> defect.code().equals(FindingCode.PACKAGE_UNREADABLE.name()));
      case UNSAFE, CLASSIFIED, INFECTED -> false;
    };
  }

  private static Set<Integer> numbers(List<Submission> parts) {
    return parts.stream().map(PartDesk::number).collect(Collectors.toCollection(HashSet::new));
  }

  private static int number(Submission part) {
    return part.mail().flatMap(mail -> mail.part()).map(PartMark::number).orElse(0);
  }

  /** A part that was sent again stands for the earlier one, which is then nobody's. */
  private static List<Submission> lastOfEach(List<Submission> others, int own) {
    TreeMap<Integer, Submission> last = new TreeMap<>();
    others.forEach(part -> last.put(number(part), part));
    last.remove(own);
    return List.copyOf(last.values());
  }

  private static Defect waiting(PartMark mark) {
    return new Defect(
        FindingCode.MATERIAL_MISSING.name(),
        "邮件",
        "这是 " + mark.of() + " 封邮件中的第 " + mark.number() + " 封，等收齐后一并开包；收到时间已经记录。",
        true);
  }

  /** Whether it counts as one day's delivery; else which mail counts is a person's to say. */
  private Defect joined(Submission completing, List<Submission> others) {
    List<Submission> all = new ArrayList<>(others);
    all.add(completing);
    all.sort(Comparator.comparing(Submission::number, Comparator.comparing(Object::toString)));
    Set<LocalDate> days =
        all.stream()
            .map(part -> part.effective().received().interval().latest())
            .map(received -> received.atZone(zone).toLocalDate())
            .collect(Collectors.toSet());
    String numbers =
        all.stream().map(part -> part.number().value()).collect(Collectors.joining("、"));
    return days.size() == 1
        ? new Defect(
            FindingCode.MATERIAL_INVALID.name(), "邮件", "由几封邮件合成一份材料：" + numbers + "。", true)
        : new Defect(
            FindingCode.TIME_UNDETERMINED.name(),
            "邮件",
            "由几封邮件合成一份材料（" + numbers + "），不在同一天收到，以哪一封的时间为准由工作人员认定。",
            false);
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
                  "邮件",
                  "与其余邮件合成一份材料，按 " + into.number() + " 办理。",
                  true)),
          Act.byMachine(Act.Kind.SUBMISSION_PROCESSED));
    }
  }

  /** Asks a person about packages whose mails do not come; one of each stands for all. */
  public void look() {
    Instant before = clock.instant().minus(patience);
    for (Submission waiting : submissions.partsBefore(before)) {
      work.inTransaction(
          () -> {
            ask(waiting);
            return waiting;
          });
    }
  }

  private void ask(Submission waiting) {
    List<Submission> all = waiting.partKey().map(submissions::parts).orElse(List.of());
    boolean asked = all.stream().anyMatch(p -> p.state() == SubmissionState.UNASSIGNED);
    @Nullable Submission now = submissions.find(waiting.number()).orElse(null);
    if (!asked && now != null && now.state() == SubmissionState.AWAITING_PARTS) {
      submissions.save(now.asking(missing(now, all)), Act.byMachine(Act.Kind.SUBMISSION_HELD));
    }
  }

  private static Defect missing(Submission part, List<Submission> all) {
    int of = part.mail().flatMap(mail -> mail.part()).map(PartMark::of).orElse(0);
    Set<Integer> here = numbers(all);
    String lacking =
        IntStream.rangeClosed(1, of)
            .filter(number -> !here.contains(number))
            .mapToObj(number -> "第 " + number + " 封")
            .collect(Collectors.joining("、"));
    String numbers = all.stream().map(one -> one.number().value()).collect(Collectors.joining("、"));
    return new Defect(
        FindingCode.MATERIAL_MISSING.name(),
        "邮件",
        "一份材料分 " + of + " 封邮件发送，已收到 " + numbers + "，" + lacking + "没有收到。请与报送单位联系；认定本件后，已收到的各封一并开包。",
        false);
  }
}
