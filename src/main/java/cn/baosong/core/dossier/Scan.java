package cn.baosong.core.dossier;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Document;
import java.time.Instant;
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
 */
public record Scan(
    String id,
    Document file,
    Optional<CallId> call,
    String reference,
    Optional<UnitCode> unit,
    Instant registered) {

  /** The same scan, once the dossier is known. */
  public Scan matched(UnitCode to) {
    return new Scan(id, file, call, reference, Optional.of(to), registered);
  }
}
