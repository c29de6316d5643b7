package cn.baosong.core.dossier;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A scan of the mail room, as far as it shows one printed form (纸质件扫描). It says nothing of when the
 * paper was sent or came: that the register of parcels tells.
 *
 * @param id of the file and the form
 * @param file as read, with the codes of this form alone; its text only where it shows no other
 * @param call empty where no code was read
 * @param reference number of the dossier or of the draft; empty where no code was read
 * @param unit whose dossier it was matched to; empty while none is known
 * @param registered when it was taken in
 * @param enclosed the delivery whose file it is; empty for the mail room's own scan
 * @param reading what a machine reads off it; empty until that was begun
 * @param keyed what people typed off the paper; empty until one did
 * @param ended that a person needs to do nothing with it any more; empty while it may wait
 */
public record Scan(
    String id,
    Document file,
    Optional<CallId> call,
    String reference,
    Optional<UnitCode> unit,
    Instant registered,
    Optional<SubmissionNumber> enclosed,
    Optional<PaperReading> reading,
    Optional<Keyings> keyed,
    Optional<Ended> ended) {

  /** The mail room's own scan, of which nothing was read but its code. */
  public Scan(
      String id,
      Document file,
      Optional<CallId> call,
      String reference,
      Optional<UnitCode> unit,
      Instant registered) {
    this(
        id,
        file,
        call,
        reference,
        unit,
        registered,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Who settled it, when, and how. */
  public record Ended(Instant at, String by, String reason) {}

  /** The same scan, once the dossier is known. */
  public Scan matched(UnitCode to) {
    return with(Optional.of(to), reading, keyed, ended);
  }

  /** The same scan, as a person says whose form it shows. */
  public Scan of(Dossier dossier) {
    return new Scan(
        id,
        file,
        Optional.of(dossier.call()),
        dossier.number().value(),
        Optional.of(dossier.unit()),
        registered,
        enclosed,
        reading,
        keyed,
        ended);
  }

  /** The same scan, and what its reading came to. */
  public Scan read(PaperReading now) {
    return with(unit, Optional.of(now), keyed, ended);
  }

  /** The same, and what people typed off it by now. */
  public Scan keyed(Keyings now) {
    return with(unit, reading, Optional.of(now), ended);
  }

  /** The same, settled. */
  public Scan ended(Ended now) {
    return with(unit, reading, keyed, Optional.of(now));
  }

  private Scan with(
      Optional<UnitCode> of,
      Optional<PaperReading> asRead,
      Optional<Keyings> asKeyed,
      Optional<Ended> asEnded) {
    return new Scan(id, file, call, reference, of, registered, enclosed, asRead, asKeyed, asEnded);
  }

  /** Whether it is a file of data that was laid beside scans; nobody takes over what it says. */
  public boolean isData() {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /** Whether it shows whose form it is and nothing was made of that yet. */
  public boolean isToBeRead() {
    return unit.isPresent()
        && !reference.isEmpty()
        && reading.map(PaperReading::state).filter(s -> s != PaperReading.State.WAITING).isEmpty();
  }

  /** Whether the machine is expected to read it, and has not. */
  public boolean isAwaited() {
    return unit.isPresent()
        && reading.map(PaperReading::state).filter(PaperReading.State.WAITING::equals).isPresent();
  }
}
