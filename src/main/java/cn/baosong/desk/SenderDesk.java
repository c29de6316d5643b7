package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.SenderBinding;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a clerk says for whom an address speaks. Its waiting mails are opened again then, each with
 * the time that it has.
 *
 * <p>A mail whose sender is proven is judged by its opening like any other. One that nothing proves
 * is let pass by the clerk's word, and only where its own list names no other unit. One that failed
 * its domain's proof stays where it is unless the clerk says so too.
 */
public final class SenderDesk {
  private static final int LONGEST_REASON = 500;
  private static final String READ = "只有文字，没有材料，已阅";

  /** Mails that one act opens again; what is left waits for the next. */
  static final int MOST = 500;

  private final Senders senders;
  private final Submissions submissions;
  private final LetterDesk letters;
  private final Bearings bearings;
  private final Units units;
  private final UnitOfWork work;
  private final Clock clock;

  /** The records that are read and written. */
  public record Books(Senders senders, Submissions submissions, LetterDesk letters) {}

  public SenderDesk(Books books, Bearings bearings, Units units, UnitOfWork work, Clock clock) {
    this.senders = books.senders();
    this.submissions = books.submissions();
    this.letters = books.letters();
    this.bearings = bearings;
    this.units = units;
    this.work = work;
    this.clock = clock;
  }

  /**
   * What a clerk found.
   *
   * @param reason how it was made sure
   * @param seen only mails registered until then were before the clerk's eyes
   * @param failed whether those pass too that failed the proof of their domain
   */
  public record Finding(
      String address, UnitCode unit, String reason, Instant seen, boolean failed) {}

  /**
   * What came of it.
   *
   * @param released mails that are opened again
   * @param kept mails that wait on
   */
  public record Outcome(Unit unit, List<SubmissionNumber> released, List<SubmissionNumber> kept) {}

  /**
   * Binds an address to a unit, and lets its waiting mails pass.
   *
   * @throws Refusal when the address is none, the unit is not known, or no reason is given
   */
  public Outcome bind(Finding finding, String by) {
    String address = address(finding.address());
    Unit unit = Known.unit(units, finding.unit());
    String reason = reason(finding.reason());
    return work.inTransaction(
        () -> {
          boolean known = letsSpeak(address, unit.code(), reason, by);
          List<Submission> waiting = waiting(address);
          if (known && waiting.isEmpty()) {
            throw Refusal.conflict(
                "address",
                "该地址已登记于 " + unit.name() + "，也没有等待核实的来信。",
                "The address speaks for this unit already, and none of its mails waits.");
          }
          List<SubmissionNumber> released =
              waiting.stream()
                  .filter(
                      mail ->
                          release(
                              mail,
                              unit,
                              finding,
                              new Act(Act.Kind.SUBMISSION_RELEASED, by, reason)))
                  .map(Submission::number)
                  .toList();
          return new Outcome(
              unit,
              released,
              waiting.stream()
                  .map(Submission::number)
                  .filter(number -> !released.contains(number))
                  .toList());
        });
  }

  /** Whether the address spoke for the unit before. */
  private boolean letsSpeak(String address, UnitCode unit, String reason, String by) {
    boolean registered =
        units.find(unit).stream()
            .flatMap(u -> u.emails().stream())
            .map(Sender::key)
            .anyMatch(address::equals);
    boolean bound = senders.at(address).stream().anyMatch(b -> b.unit().equals(unit));
    if (!registered && !bound) {
      senders.save(
          new SenderBinding(
              UUID.randomUUID().toString(),
              address,
              unit,
              by,
              clock.instant(),
              reason,
              Optional.empty()),
          new Act(Act.Kind.SENDER_BOUND, by, address + " → " + unit + " " + reason));
    }
    return registered || bound;
  }

  private boolean release(Submission mail, Unit unit, Finding finding, Act act) {
    Sender.Proof proof = mail.sender().orElse(Sender.NOBODY).proof();
    if (proof.isGood()) {
      pass(mail.openedAgain(Optional.empty()), unit, act);
      return true;
    }
    List<Unit> listed = bearings.named(mail, mail.stated());
    boolean passes =
        (proof != Sender.Proof.FAILED || finding.failed())
            && !mail.first().registered().isAfter(finding.seen())
            && (listed.isEmpty() || listed.equals(List.of(unit)));
    if (passes) {
      pass(mail.openedAgain(Optional.of(unit.code())), unit, act);
    }
    return passes;
  }

  private void pass(Submission mail, Unit unit, Act act) {
    submissions.save(mail, act);
    letters.acknowledgeOnce(mail, unit);
  }

  /**
   * Takes back what was found; it holds for what comes from now on.
   *
   * @throws Refusal when there is no such binding, it was taken back before, or no reason is given
   */
  public void takeBack(String id, String reason, String by) {
    String why = reason(reason);
    SenderBinding binding =
        senders
            .find(id)
            .orElseThrow(() -> Refusal.notFound("id", "没有这项认定。", "There is no such binding."));
    if (!binding.holds()) {
      throw Refusal.conflict("id", "这项认定已经收回。", "It was taken back before.");
    }
    SenderBinding ended = binding.ended(new SenderBinding.End(by, clock.instant(), why));
    String told = binding.address() + " → " + binding.unit() + " " + why;
    work.inTransaction(
        () -> {
          senders.save(ended, new Act(Act.Kind.SENDER_TAKEN_BACK, by, told));
          return ended;
        });
  }

  /**
   * Closes the waiting mails of an address: they are no deliveries to this office. Nobody is told.
   *
   * @param seen only mails registered until then were before the clerk's eyes
   * @return their numbers
   * @throws Refusal when none waits, or no reason is given
   */
  public List<SubmissionNumber> dismiss(String address, String reason, Instant seen, String by) {
    Act act = new Act(Act.Kind.SUBMISSION_DISMISSED, by, reason(reason));
    return work.inTransaction(
        () -> {
          List<Submission> waiting =
              waiting(Sender.key(address)).stream()
                  .filter(mail -> !mail.first().registered().isAfter(seen))
                  .toList();
          if (waiting.isEmpty()) {
            throw Refusal.conflict("address", "该地址没有等待核实的来信。", "No mail of this address waits.");
          }
          waiting.forEach(mail -> submissions.save(mail.dismissed(noDelivery(act)), act));
          return waiting.stream().map(Submission::number).toList();
        });
  }

  /**
   * Closes a mail that has words and nothing else, once a clerk has read them. Nobody is told.
   *
   * @throws Refusal when it does not wait, or brings more than words
   */
  public void read(SubmissionNumber number, String by) {
    Act act = new Act(Act.Kind.SUBMISSION_DISMISSED, by, READ);
    work.inTransaction(
        () -> {
          Submission mail = submissions.find(number).orElseThrow(() -> Known.noSubmission(number));
          if (!isWordsOnly(mail)) {
            throw Refusal.conflict(
                "number",
                "只有待认领而没有附件的来信可以这样了结。",
                "Only a mail that waits and encloses nothing is settled so.");
          }
          submissions.save(mail.dismissed(noDelivery(act)), act);
          return mail;
        });
  }

  /** Whether it is a mail that waits for a person to read it, and no more. */
  public static boolean isWordsOnly(Submission mail) {
    return mail.state() == SubmissionState.UNASSIGNED
        && mail.mail().filter(m -> m.enclosures().isEmpty() && m.links().isEmpty()).isPresent()
        && mail.documents().isEmpty();
  }

  /**
   * Lets a dismissed mail wait again.
   *
   * @throws Refusal when it was not dismissed, or no reason is given
   */
  public void restore(SubmissionNumber number, String reason, String by) {
    Act act = new Act(Act.Kind.SUBMISSION_RESTORED, by, reason(reason));
    work.inTransaction(
        () -> {
          Submission mail = submissions.find(number).orElseThrow(() -> Known.noSubmission(number));
          Defect told =
              dismissal(mail)
                  .orElseThrow(
                      () -> Refusal.conflict("number", "该来信没有被认定为不是报送。", "It was not dismissed."));
          Submission back = mail.undismissed(told);
          submissions.save(back, act);
          return back;
        });
  }

  /** By which a mail is told to be no delivery. */
  public static Optional<Defect> dismissal(Submission mail) {
    return mail.state() == SubmissionState.PROCESSED
        ? mail.defects().stream()
            .filter(d -> d.remark() && d.code().equals(FindingCode.SENDER_NOT_VERIFIED.name()))
            .findFirst()
        : Optional.empty();
  }

  private static Defect noDelivery(Act act) {
    return new Defect(
        FindingCode.SENDER_NOT_VERIFIED.name(), "", act.by() + "认定这封来信不是报送：" + act.reason(), true);
  }

  private List<Submission> waiting(String address) {
    return senders.waitingAt(address, MOST).stream()
        .flatMap(number -> submissions.find(number).stream())
        .filter(Submission::waitsForSender)
        .toList();
  }

  private static String address(String typed) {
    String address = Sender.key(typed);
    if (address.isEmpty()) {
      throw Refusal.invalid("address", "请写明完整的电子邮件地址。", "State the whole e-mail address.");
    }
    return address;
  }

  private static String reason(String typed) {
    String reason = typed.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ").strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Refusal.invalid(
          "reason",
          "请写明怎样核实的（不超过" + LONGEST_REASON + "字）。",
          "State how it was made sure, in at most " + LONGEST_REASON + " characters.");
    }
    return reason;
  }
}
