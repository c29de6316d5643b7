package cn.baosong.desk;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Receipt;
import java.util.Optional;

/**
 * Tells a mail that brings something from one that only answers: what only answers is kept with the
 * case it belongs to, gets no number and is never answered.
 */
public final class CorrespondenceDesk {
  private final Letters letters;
  private final Correspondences kept;
  private final MailingDesk mailings;

  public CorrespondenceDesk(Letters letters, Correspondences kept, MailingDesk mailings) {
    this.letters = letters;
    this.kept = kept;
    this.mailings = mailings;
  }

  /**
   * Keeps an arrival as correspondence, within the caller's transaction.
   *
   * @param mail what the first look saw
   * @return whether it is kept so; all else is to be registered as a submission
   */
  public boolean takes(Receipt receipt, Mail mail) {
    if (kept.byReceipt(receipt.channel(), receipt.nativeId()).isPresent()) {
      return true;
    }
    return switch (mail.kind()) {
      case SUBMISSION -> false;
      case REPLY, AUTOMATIC, BOUNCE -> keep(receipt, mail);
      // anybody can write our field into a mail; a package must not vanish by it
      case OWN -> letterOf(mail).isPresent() && keep(receipt, mail);
    };
  }

  private Optional<Letter> letterOf(Mail mail) {
    return mail.thread().letters().stream().flatMap(id -> letters.find(id).stream()).findFirst();
  }

  private boolean keep(Receipt receipt, Mail mail) {
    Optional<Letter> letter = letterOf(mail);
    kept.save(
        new Correspondence(
            receipt.id(),
            receipt,
            mail,
            letter.map(Letter::id),
            letter.flatMap(Letter::submission)),
        new Act(Act.Kind.CORRESPONDENCE_KEPT, Act.MACHINE, mail.kind().name()));
    mail.bounce().filter(Mail.Bounce::isFinal).ifPresent(report -> undelivered(mail, report));
    return true;
  }

  private void undelivered(Mail mail, Mail.Bounce report) {
    for (String letter : mail.thread().letters()) {
      mailings.bounced(
          letter, report.recipient(), report.status().orElse(""), report.reason().orElse(""));
    }
  }
}
