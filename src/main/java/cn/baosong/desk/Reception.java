package cn.baosong.desk;

import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * Hop 2: takes a package in. Bytes and evidence first, then number and acknowledgement, then the
 * barrier; only when all three steps have returned may the source let go of its copy.
 */
public final class Reception {
  /** Nothing is acknowledged twice, and nothing judged anew. */
  private static final String SHOWN_AGAIN = "邮箱重新编号或重建后又出现的同一封邮件，不算再次收到";

  /** Its bytes differ only in what hosts wrote above it; they are kept all the same. */
  private static final String COPY = "同一封邮件的副本：标识和内容相同，经另一途径收到，并入本件";

  private final Archive archive;
  private final Submissions submissions;
  private final Numbers numbers;
  private final UnitCalls unitCalls;
  private final LetterDesk letters;
  private final SealDesk seals;
  private final FirstLook look;
  private final UnitOfWork work;
  private final Clock clock;
  private final ZoneId zone;

  public Reception(
      Archive archive,
      Submissions submissions,
      Numbers numbers,
      UnitCalls unitCalls,
      LetterDesk letters,
      SealDesk seals,
      FirstLook look,
      UnitOfWork work,
      Clock clock,
      ZoneId zone) {
    this.archive = archive;
    this.submissions = submissions;
    this.numbers = numbers;
    this.unitCalls = unitCalls;
    this.letters = letters;
    this.seals = seals;
    this.look = look;
    this.work = work;
    this.clock = clock;
    this.zone = zone;
  }

  /** The number an item already has: its source showed it before and did not let it go. */
  public Optional<SubmissionNumber> known(Arrival arrival) {
    return submissions.byReceipt(arrival.channel(), arrival.nativeId()).map(Submission::number);
  }

  /**
   * Stores the bytes and the evidence of their arrival; both are on disk when this returns. A name
   * that bears a mark of state secrecy is written nowhere, and the bytes are sealed.
   *
   * @throws IOException when they could not be stored; nothing is registered then and the source
   *     keeps its copy
   */
  public Receipt archive(Arrival arrival, InputStream bytes) throws IOException {
    Archive.Stored stored = archive.keep(bytes);
    if (isMarked(arrival.name())) {
      seals.seal(stored.digest(), SealReason.CLASSIFIED_MARKING, "");
    }
    boolean sealed = seals.reason(stored.digest()).isPresent();
    Receipt receipt =
        new Receipt(
            UUID.randomUUID().toString(),
            arrival.channel(),
            arrival.nativeId(),
            sealed ? Receipt.NAME_WITHHELD : arrival.name(),
            stored.digest(),
            stored.bytes(),
            arrival.folderUnit(),
            arrival.sent(),
            arrival.received(),
            clock.instant(),
            arrival.outage(),
            arrival.remarks());
    archive.keepEvidence(receipt);
    return receipt;
  }

  /** A source that withholds the name has seen the mark already. */
  private static boolean isMarked(String name) {
    return name.equals(Receipt.NAME_WITHHELD)
        || ClassifiedMarking.in(name) == ClassifiedMarking.MARKED;
  }

  /**
   * Gives the number and writes the acknowledgement into the outbox. Equal bytes keep their first
   * number and get a second receipt (decisions.md 2); an item that was registered before keeps what
   * it has.
   */
  public SubmissionNumber register(Receipt receipt) throws IOException {
    return register(receipt, look.at(receipt));
  }

  /**
   * The same, where the first look has been taken.
   *
   * @param seen what it saw; empty for what is no mail
   */
  public SubmissionNumber register(Receipt receipt, Optional<Glimpse> seen) throws IOException {
    Optional<Mail> mail = seen.map(Glimpse::mail);
    Optional<SealReason> sealed = seals.reason(receipt.digest());
    return work.inTransaction(
        () ->
            submissions
                .byReceipt(receipt.channel(), receipt.nativeId())
                .or(() -> submissions.byDigest(receipt.digest()).map(same -> again(same, receipt)))
                .or(() -> look.copied(mail, submissions).map(same -> again(same, receipt)))
                .orElseGet(() -> first(receipt, sealed, seen))
                .number());
  }

  private Submission first(Receipt receipt, Optional<SealReason> sealed, Optional<Glimpse> seen) {
    int year = receipt.registered().atZone(zone).getYear();
    Submission submission =
        look.of(
            Submission.of(numbers.nextSubmission(year), UUID.randomUUID().toString(), receipt),
            seen.map(Glimpse::mail));
    submissions.save(submission, Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    if (seen.filter(glimpse -> !glimpse.usual()).isPresent()) {
      submissions.putOff(submission.number());
    }
    letters.acknowledge(submission, receipt);
    sealed.ifPresent(
        why -> seals.enter(submission, why, Act.byMachine(Act.Kind.SUBMISSION_SEALED)));
    return submission;
  }

  private Submission again(Submission same, Receipt receipt) {
    Submission more = same.withReceipt(receipt);
    if (same.receipts().stream().anyMatch(receipt::isSameArrivalAs)) {
      submissions.save(more, new Act(Act.Kind.RECEIPT_ADDED, Act.MACHINE, SHOWN_AGAIN));
      return more;
    }
    boolean copy = !receipt.digest().equals(same.first().digest());
    submissions.save(more, new Act(Act.Kind.RECEIPT_ADDED, Act.MACHINE, copy ? COPY : ""));
    letters.acknowledge(more, receipt);
    more.call().ifPresent(call -> more.unit().ifPresent(unit -> unitCalls.request(call, unit)));
    return more;
  }
}
