package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.LetterPolicy;
import cn.baosong.core.call.Office;
import cn.baosong.core.call.Unit;
import cn.baosong.core.decision.Judgement;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.TimeEvidence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the letters (文书) that answer deliveries and decisions. Pure: the same record, wording and
 * occasion make the same letters.
 */
public final class LetterWriter {
  private final Wording wording;
  private final Letterhead head;
  private final Moments moments;
  private final boolean scanned;

  /** Writes for an office without a malware scanner. */
  public LetterWriter(Wording wording, Optional<Office> house, ZoneId zone) {
    this(wording, house, zone, false);
  }

  /**
   * @param house the office as the settings name it, for deliveries whose call is not known
   * @param zone zone of the office, in which letters print times
   * @param scanned whether deliveries are scanned for malware before they are opened
   */
  public LetterWriter(Wording wording, Optional<Office> house, ZoneId zone, boolean scanned) {
    this.wording = wording;
    this.scanned = scanned;
    this.head = new Letterhead(wording, house);
    this.moments = new Moments(wording, zone);
  }

  /** 收件回执: answers every arrival at once; it says nothing of completeness or acceptance. */
  public Letter receipt(Delivery delivery, Occasion occasion) {
    Phrase scan = scanned ? Phrase.SCAN_PENDING : Phrase.SCAN_NONE;
    Facts facts = new Arrival(wording, moments).facts(delivery).put(Fact.SCAN, wording.say(scan));
    return write(delivery, new Draft(LetterKind.RECEIPT, List.of(), facts), occasion);
  }

  /** 收件回执 for a parcel of candidates of whom nothing electronic has come. */
  public Letter receiptOfPaper(Delivery delivery, String names, Occasion occasion) {
    Facts facts =
        new Arrival(wording, moments)
            .facts(delivery)
            .put(Fact.ELECTRONIC_MISSING, Shown.name(names));
    return write(delivery, new Draft(LetterKind.RECEIPT, List.of(), facts), occasion);
  }

  /**
   * 补正材料通知书 for a package that nobody could read: what is wrong and what to send instead.
   *
   * @param due last day of the correction term; empty when the calendar has no data
   */
  public Letter unreadable(Delivery delivery, Optional<LocalDate> due, Occasion occasion) {
    Facts facts =
        new Facts()
            .put(Fact.DUE, BatchFacts.due(wording, due))
            .put(Fact.DECIDED_BY, wording.say(Phrase.BY_SYSTEM))
            .put(Rows.ITEMS, FindingRows.defects(wording, delivery.submission().defects()));
    return write(delivery, new Draft(LetterKind.CORRECTION, List.of(), facts), occasion);
  }

  /** 重复报送告知: the same content came before, under another number. */
  public Letter duplicate(Delivery delivery, SubmissionNumber first, Occasion occasion) {
    Facts facts = new Arrival(wording, moments).facts(delivery).put(Fact.FIRST, first.value());
    return write(delivery, new Draft(LetterKind.DUPLICATE, List.of(), facts), occasion);
  }

  /** 涉密材料处置告知: says when it came and whom to speak to, and nothing of the material. */
  public Letter classified(Delivery delivery, Occasion occasion) {
    TimeEvidence received = delivery.arrival().received();
    Facts facts =
        new Facts()
            .put(Fact.RECEIVED, moments.when(received))
            .put(Fact.RECEIVED_SOURCE, moments.source(received));
    return write(delivery, new Draft(LetterKind.SECRECY, List.of(), facts), occasion);
  }

  /** 待认定告知书 for a package that a person looks at before it is opened any further. */
  public Letter held(Delivery delivery, Occasion occasion) {
    Facts facts =
        new Facts()
            .put(Rows.PENDING, FindingRows.pending(wording, delivery.submission().defects()));
    return write(delivery, new Draft(LetterKind.PENDING, List.of(), facts), occasion);
  }

  /** All letters on the decisions that changed: one a delivery and kind (decisions.md 1). */
  public List<Letter> letters(Judgement judgement, Occasion occasion) {
    return Batches.of(judgement).stream().map(batch -> write(batch, occasion)).toList();
  }

  /**
   * The letter on a person's ruling of one dossier; empty when the unit is told nothing.
   *
   * @param ruled the dossier as it stands after the ruling
   */
  public Optional<Letter> ruling(
      Delivery delivery, Case ruled, Background known, Occasion occasion) {
    return told(delivery, List.of(ruled), known, occasion);
  }

  /** The letter on dossiers of one delivery that stand alike. */
  public Optional<Letter> told(
      Delivery delivery, List<Case> cases, Background known, Occasion occasion) {
    return delivery
        .call()
        .flatMap(call -> Batches.of(delivery, call, cases, known))
        .map(batch -> write(batch, occasion));
  }

  /** The mail around a letter. */
  public Cover cover(Letter letter, Delivery delivery) {
    return new CoverWriter(wording, head, moments).write(letter, delivery);
  }

  /** The mail around a letter that answers no delivery. */
  public Cover cover(Letter letter, Call call, Unit unit) {
    return new CoverWriter(wording, head, moments).write(letter, call, unit);
  }

  /** 催报通知: what has not come of a unit, and what the notice says of when and how. */
  public Letter reminder(Reminder of, ReminderNumber number) {
    Facts facts = new ReminderFacts(wording, moments, of).facts();
    return alone(
        LetterKind.REMINDER, number.value(), of.call(), of.unit(), new Said(facts, of.asOf()));
  }

  /**
   * 移送告知: whither a parcel of the unit's went, and that its times stay.
   *
   * @param id of the letter, beginning with the parcel's number
   */
  public Letter transfer(Transfer of, String id) {
    Facts facts = new TransferFacts(wording, head, moments, of).facts();
    return alone(LetterKind.TRANSFER, id, of.call(), of.unit(), new Said(facts, of.at()));
  }

  /** What a letter says, and when. */
  private record Said(Facts facts, Instant at) {}

  /** A letter that answers no delivery. */
  private Letter alone(LetterKind kind, String number, Call call, Unit unit, Said said) {
    Facts facts =
        head.facts(call, unit)
            .put(Fact.ISSUED, wording.say(Phrase.ISSUED_BY_SYSTEM))
            .putAll(said.facts());
    Template template = wording.template(kind, call.letters().wording());
    return new Letter(
        number,
        Optional.empty(),
        Optional.of(call.id()),
        1,
        kind,
        Optional.of(unit.code()),
        List.of(),
        facts.fill(template.title()).orElse(template.title()),
        wording.say(Phrase.REFERENCE_ALONE, number),
        Shown.name(unit.name()),
        template.body(facts),
        closing(head.officeName(call), template.smallPrint(facts), said.at()),
        unit.emails(),
        said.at(),
        Duration.ZERO,
        LetterState.WAITING);
  }

  private Letter write(Batch batch, Occasion occasion) {
    List<DossierNumber> dossiers = batch.cases().stream().map(c -> c.dossier().number()).toList();
    Facts facts = new BatchFacts(wording, moments, batch).facts();
    return write(batch.delivery(), new Draft(batch.kind(), dossiers, facts), occasion);
  }

  private Letter write(Delivery delivery, Draft draft, Occasion occasion) {
    LetterKind kind = draft.kind();
    LetterNumbering.Slot slot = occasion.numbering().next(delivery.submission().number(), kind);
    Optional<LetterPolicy> policy = delivery.call().map(call -> call.letters());
    boolean forSeal = kind.isSealed() && policy.map(LetterPolicy::draftForSeal).orElse(false);
    Facts facts =
        head.facts(delivery)
            .put(
                Fact.ISSUED,
                wording.say(forSeal ? Phrase.ISSUED_FOR_SEAL : Phrase.ISSUED_BY_SYSTEM))
            .putAll(draft.facts());
    Template template = wording.template(kind, head.ownWording(delivery));
    return new Letter(
        slot.id(),
        Optional.of(delivery.submission().number()),
        delivery.call().map(Call::id),
        slot.serial(),
        kind,
        delivery.unit().map(unit -> unit.code()),
        draft.dossiers(),
        facts.fill(template.title()).orElse(template.title()),
        reference(delivery, slot),
        head.addressee(delivery),
        template.body(facts),
        closing(head.officeName(delivery), template.smallPrint(facts), occasion.moment()),
        kind.isMailed() ? head.recipients(delivery) : List.of(),
        occasion.moment(),
        kind.refuses() ? policy.map(LetterPolicy::hold).orElse(Duration.ZERO) : Duration.ZERO,
        forSeal || kind.isDrafted() ? LetterState.DRAFT : LetterState.WAITING);
  }

  private String reference(Delivery delivery, LetterNumbering.Slot slot) {
    return wording.say(
        Phrase.REFERENCE,
        delivery.submission().number().value(),
        String.format("%03d", slot.serial()));
  }

  private List<String> closing(String office, List<String> smallPrint, Instant written) {
    List<String> lines = new ArrayList<>();
    lines.add(Shown.name(office));
    lines.add(moments.date(written));
    lines.addAll(smallPrint);
    return lines;
  }

  /** A letter's kind, whom it concerns and what only it knows. */
  record Draft(LetterKind kind, List<DossierNumber> dossiers, Facts facts) {}
}
