package cn.baosong.desk;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.Submission;
import java.util.Optional;

/**
 * Tells a mail that brings something from one that only answers: what only answers is kept with the
 * case it belongs to, gets no number and is never answered.
 */
public final class CorrespondenceDesk {
  private static final String TRIED = "报送人回信后重新开包：回信中如有密码，只用于开包，不另保存";

  /** Originals of one package: so many answers are tried. */
  private static final int MOST_TRIED = 6;

  private final Letters letters;
  private final Correspondences kept;
  private final MailingDesk mailings;
  private final Submissions submissions;
  private final Probes probes;

  public CorrespondenceDesk(
      Letters letters,
      Correspondences kept,
      MailingDesk mailings,
      Submissions submissions,
      Probes probes) {
    this.letters = letters;
    this.kept = kept;
    this.mailings = mailings;
    this.submissions = submissions;
    this.probes = probes;
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
    letter
        .filter(any -> mail.kind() == Mail.Kind.REPLY)
        .ifPresent(answered -> tryWords(receipt, mail, answered));
    mail.bounce().filter(Mail.Bounce::isFinal).ifPresent(report -> undelivered(mail, report));
    return true;
  }

  /**
   * A package with a password is opened again with the words of whoever sent it: they may hold the
   * password, which is read in no other place and kept in none.
   */
  private void tryWords(Receipt receipt, Mail mail, Letter answered) {
    answered
        .submission()
        .flatMap(submissions::find)
        .filter(Submission::isLocked)
        .filter(locked -> locked.originals().size() < MOST_TRIED)
        .filter(locked -> isFromItsSender(mail, locked))
        .ifPresent(
            locked ->
                submissions.save(
                    locked.openedWith(receipt.digest()),
                    new Act(Act.Kind.RECEIPT_ADDED, Act.MACHINE, TRIED)));
  }

  private static boolean isFromItsSender(Mail mail, Submission locked) {
    String author = Sender.authorOf(mail);
    return !author.isEmpty()
        && Sender.proofOf(mail) != Sender.Proof.FAILED
        && locked.sender().filter(sender -> sender.address().equals(author)).isPresent();
  }

  private void undelivered(Mail mail, Mail.Bounce report) {
    for (String letter : mail.thread().letters()) {
      mailings.bounced(
          letter, report.recipient(), report.status().orElse(""), report.reason().orElse(""));
    }
    report
        .original()
        .flatMap(MailProbe::idOf)
        .flatMap(probes::find)
        .filter(probe -> probe.arrived().isEmpty())
        .ifPresent(probe -> probes.save(probe.refused(cause(report))));
  }

  private static String cause(Mail.Bounce report) {
    String cause = report.status().orElse("") + " " + report.reason().orElse("");
    return cause.isBlank() ? "returned as undeliverable" : cause.strip();
  }
}
