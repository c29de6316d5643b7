package cn.baosong.core.submission;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.UnitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A delivery (报送): one package of one unit for one call, whatever number of times it arrived.
 *
 * @param publicId random, for links that leave the office
 * @param receipts every arrival of these bytes, first registered first
 * @param content digest of the sorted payload digests, known after opening (decisions.md 2)
 * @param stated what the package says of itself
 * @param report unit-level form data
 * @param documents unit-level files
 * @param defects what opening found, shown to the unit and the clerk
 * @param mail the message that it came in, known after opening
 * @param sender who speaks by that message, known after opening
 * @param parts all originals that make it up, its own among them, where it came in several
 * @param version counts the stored changes
 */
public record Submission(
    SubmissionNumber number,
    String publicId,
    SubmissionState state,
    Optional<CallId> call,
    Optional<UnitCode> unit,
    List<Receipt> receipts,
    Optional<Digest> content,
    Stated stated,
    FormData report,
    List<Document> documents,
    List<Defect> defects,
    Optional<Mail> mail,
    Optional<Sender> sender,
    List<Digest> parts,
    int version) {
  public Submission {
    receipts = List.copyOf(receipts);
    documents = List.copyOf(documents);
    defects = List.copyOf(defects);
    parts = List.copyOf(parts);
    if (receipts.isEmpty()) {
      throw new IllegalArgumentException("a submission has at least one receipt");
    }
  }

  /** A delivery that came in no mail. */
  public Submission(
      SubmissionNumber number,
      String publicId,
      SubmissionState state,
      Optional<CallId> call,
      Optional<UnitCode> unit,
      List<Receipt> receipts,
      Optional<Digest> content,
      Stated stated,
      FormData report,
      List<Document> documents,
      List<Defect> defects,
      int version) {
    this(
        number,
        publicId,
        state,
        call,
        unit,
        receipts,
        content,
        stated,
        report,
        documents,
        defects,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        version);
  }

  public static Submission of(SubmissionNumber number, String publicId, Receipt receipt) {
    return new Submission(
        number,
        publicId,
        SubmissionState.RECEIVED,
        Optional.empty(),
        Optional.empty(),
        List.of(receipt),
        Optional.empty(),
        Stated.NOTHING,
        FormData.EMPTY,
        List.of(),
        List.of(),
        1);
  }

  public Receipt first() {
    return receipts.get(0);
  }

  /** The arrival whose time counts: the earliest (domain.md F6). */
  public Receipt effective() {
    return receipts.stream()
        .min(Comparator.comparing(r -> r.received().interval().latest()))
        .orElseThrow();
  }

  public Submission withReceipt(Receipt receipt) {
    List<Receipt> all = new ArrayList<>(receipts);
    all.add(receipt);
    return new Submission(
        number,
        publicId,
        state,
        call,
        unit,
        all,
        content,
        stated,
        report,
        documents,
        defects,
        mail,
        sender,
        parts,
        version + 1);
  }

  /** Binds it to a call and a unit; its package is to be opened again. */
  public Submission boundTo(CallId toCall, UnitCode toUnit) {
    return openedAgain(Optional.of(toCall), Optional.of(toUnit));
  }

  /**
   * Its package is to be opened again, now that more is known of who speaks.
   *
   * @param byUnit whose it is by a person's word; empty where its opening finds that
   */
  public Submission openedAgain(Optional<UnitCode> byUnit) {
    return openedAgain(call, byUnit);
  }

  /** Opened again together with a mail that may hold the password of what it encloses. */
  public Submission openedWith(Digest words) {
    List<Digest> all = new ArrayList<>(originals());
    all.add(words);
    return openedAgain(Optional.empty()).madeUpOf(all);
  }

  /** Whether it waits for a password, or to be sent without one. */
  public boolean isLocked() {
    return state == SubmissionState.UNREADABLE
        && first().channel() == Channel.EMAIL
        && defects.stream().anyMatch(d -> d.code().equals("PACKAGE_ENCRYPTED"));
  }

  private Submission openedAgain(Optional<CallId> forCall, Optional<UnitCode> byUnit) {
    return new Submission(
        number,
        publicId,
        SubmissionState.RECEIVED,
        forCall,
        byUnit,
        receipts,
        Optional.empty(),
        stated,
        report,
        List.of(),
        clearances(),
        mail,
        sender,
        parts,
        version + 1);
  }

  /** Whether it waits until a person says who speaks. */
  public boolean waitsForSender() {
    return (state == SubmissionState.UNASSIGNED || state == SubmissionState.UNREADABLE)
        && unit.isEmpty()
        && sender.filter(s -> !s.isVerified()).isPresent();
  }

  /** It is no delivery to this office, such as an advertisement. */
  public Submission dismissed(Defect told) {
    List<Defect> all = new ArrayList<>(defects);
    all.add(told);
    return with(all, SubmissionState.PROCESSED, version + 1);
  }

  /** It is a delivery after all, and waits again. */
  public Submission undismissed(Defect told) {
    List<Defect> rest = new ArrayList<>(defects);
    rest.remove(told);
    return with(rest, SubmissionState.UNASSIGNED, version + 1);
  }

  /** The same, with who speaks by its message. */
  public Submission from(Optional<Sender> speaking) {
    return new Submission(
        number, publicId, state, call, unit, receipts, content, stated, report, documents, defects,
        mail, speaking, parts, version);
  }

  /** Its original is sealed: nothing of its content stays in the record, nor its name. */
  public Submission sealed(SealReason why) {
    return emptied(
            SubmissionState.QUARANTINED,
            receipts.stream().map(Receipt::nameless).toList(),
            List.of(why.told()))
        .from(Optional.empty());
  }

  /** A person has to look before anything of it enters the record. */
  public Submission held(List<Defect> doubts) {
    List<Defect> told = new ArrayList<>(clearances());
    told.addAll(doubts);
    return emptied(SubmissionState.IN_REVIEW, receipts, told);
  }

  /** A person looked and lets it be opened. */
  public Submission cleared(SealReason of, String by, String reason) {
    List<Defect> told = new ArrayList<>(clearances());
    told.add(of.cleared(by, reason));
    return emptied(SubmissionState.RECEIVED, receipts, told);
  }

  private Submission emptied(SubmissionState next, List<Receipt> arrivals, List<Defect> told) {
    return new Submission(
        number,
        publicId,
        next,
        call,
        unit,
        arrivals,
        Optional.empty(),
        Stated.NOTHING,
        FormData.EMPTY,
        List.of(),
        told,
        Optional.empty(),
        sender,
        List.of(),
        version + 1);
  }

  /** Why its original is sealed; empty while it lies in the archive. */
  public Optional<SealReason> sealedFor() {
    return state != SubmissionState.QUARANTINED
        ? Optional.empty()
        : Arrays.stream(SealReason.values())
            .filter(why -> defects.stream().anyMatch(why::isToldBy))
            .findFirst();
  }

  /** Whether a person let it be opened in spite of this. */
  public boolean isCleared(SealReason of) {
    return defects.stream().anyMatch(of::isClearedBy);
  }

  /** What persons let pass, which stays when it is opened again. */
  public List<Defect> clearances() {
    return defects.stream()
        .filter(d -> Arrays.stream(SealReason.values()).anyMatch(of -> of.isClearedBy(d)))
        .toList();
  }

  /** Whether its package still has to be opened; a clerk's assignment has it opened again. */
  public boolean needsOpening() {
    return state == SubmissionState.RECEIVED && content.isEmpty();
  }

  /** What the reader found, for the call and unit it turned out to be for. */
  public Submission opened(Opened opened, SubmissionState next) {
    return opened(opened, next, call, unit);
  }

  public Submission opened(
      Opened opened, SubmissionState next, Optional<CallId> forCall, Optional<UnitCode> byUnit) {
    return new Submission(
        number,
        publicId,
        next,
        forCall,
        byUnit,
        receipts,
        opened.content(),
        opened.stated(),
        opened.report(),
        opened.documents(),
        opened.defects(),
        opened.mail().or(() -> mail),
        sender,
        parts,
        version + 1);
  }

  /** What trusted hosts wrote was read on receipt, where their names are known. */
  private Mail asFirstSeen(Mail read) {
    return mail.map(read::withTraceOf).orElse(read);
  }

  /** What was read of it, with what is known of its mail already. */
  public Opened seen(Opened read) {
    return read.mail().map(this::asFirstSeen).map(read::in).orElse(read);
  }

  /** The same, known to have come in a mail. */
  public Submission cameIn(Mail message) {
    return new Submission(
        number,
        publicId,
        state,
        call,
        unit,
        receipts,
        content,
        stated,
        report,
        documents,
        defects,
        Optional.of(message),
        sender,
        parts,
        version);
  }

  /** The same with the mail that it was read to be, and what is known of it already. */
  public Submission inMailOf(Opened read) {
    return read.mail().map(this::asFirstSeen).map(this::cameIn).orElse(this);
  }

  /** The same, made up of several originals. */
  public Submission madeUpOf(List<Digest> originals) {
    return new Submission(
        number, publicId, state, call, unit, receipts, content, stated, report, documents, defects,
        mail, sender, originals, version);
  }

  /** The bytes that hold its files: its own, or those of all mails that make it up. */
  public List<Digest> originals() {
    return parts.isEmpty() ? List.of(first().digest()) : parts;
  }

  /** That it is one of several, by the subject of its mail, else by its name. */
  public Optional<PartMark> part() {
    return isByMail() ? mail.flatMap(Mail::part) : PartMarks.inName(first().name());
  }

  /** Whether its name says so in a way that may mean something else. */
  public boolean isDoubtfulPart() {
    return !isByMail() && PartMarks.isDoubtful(first().name());
  }

  /** Whether it is a message, from a mailbox or saved as a file. */
  public boolean isByMail() {
    return mail.isPresent() || first().channel() == Channel.EMAIL;
  }

  /** The same with whose it is and which call it answers, as far as that is known. */
  public Submission of(Optional<CallId> forCall, Optional<UnitCode> byUnit) {
    return new Submission(
        number, publicId, state, forCall, byUnit, receipts, content, stated, report, documents,
        defects, mail, sender, parts, version);
  }

  /** Waits for the others of its package. */
  public Submission awaiting(Opened opened, Defect told) {
    return opened(
        Opened.closed(Opened.Outcome.LETTER, told).with(clearances()).inMailOf(opened),
        SubmissionState.AWAITING_PARTS);
  }

  /** It waits no more for others, and is opened again: with them when they are there, or alone. */
  public Submission waitingNoMore() {
    return openedAgain(Optional.empty(), Optional.empty());
  }

  /**
   * By what it belongs together with others of its package: who wrote the mails, or whose files
   * they are, and what all say; empty when it is no part or it is not known whose it is.
   */
  public Optional<String> partsTogether() {
    return isByMail()
        ? mail.flatMap(Mail::partKey)
        : part()
            .flatMap(
                mark ->
                    unit.map(
                        code ->
                            String.join(
                                "|",
                                "file",
                                code.value(),
                                Integer.toString(mark.of()),
                                mark.title())));
  }

  /** The same while it waits for them; empty when it waits for none. */
  public Optional<String> partKey() {
    boolean waits =
        parts.isEmpty()
            && (state == SubmissionState.AWAITING_PARTS || state == SubmissionState.UNASSIGNED);
    return waits ? partsTogether() : Optional.empty();
  }

  /** Others are missing for too long: a person decides what becomes of it. */
  public Submission asking(Defect told) {
    List<Defect> all = new ArrayList<>(defects);
    all.add(told);
    return with(all, SubmissionState.UNASSIGNED, version + 1);
  }

  /** It is part of another one from now on. */
  public Submission takenInto(Defect told) {
    List<Defect> all = new ArrayList<>(clearances());
    all.add(told);
    return with(all, SubmissionState.PROCESSED, version + 1);
  }

  /** Needs nothing more: the defect says why no dossier came of it. */
  public Submission closedAs(Defect told) {
    List<Defect> all = new ArrayList<>(defects);
    all.add(told);
    return with(all, SubmissionState.PROCESSED, version);
  }

  public Submission in(SubmissionState next) {
    return with(defects, next, version + 1);
  }

  private Submission with(List<Defect> told, SubmissionState next, int nextVersion) {
    return new Submission(
        number,
        publicId,
        next,
        call,
        unit,
        receipts,
        content,
        stated,
        report,
        documents,
        told,
        mail,
        sender,
        parts,
        nextVersion);
  }
}
