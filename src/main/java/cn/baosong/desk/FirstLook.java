package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import java.io.IOException;
import java.util.Optional;

/**
 * The first look at a mail, on receipt: what trusted hosts found of its sender, and to whom the
 * acknowledgement goes, which is the unit's registered addresses whoever wrote it.
 */
public final class FirstLook {
  private final MailGlance glance;
  private final Archive archive;
  private final SealDesk seals;
  private final TrustedHosts trusted;
  private final Speakers speakers;

  public FirstLook(
      MailGlance glance, Archive archive, SealDesk seals, TrustedHosts trusted, Speakers speakers) {
    this.glance = glance;
    this.archive = archive;
    this.seals = seals;
    this.trusted = trusted;
    this.speakers = speakers;
  }

  /** What is seen of a stored arrival; nothing where it is no mail, or sealed. */
  public Optional<Glimpse> at(Receipt receipt) throws IOException {
    if (receipt.channel() != Channel.EMAIL || seals.reason(receipt.digest()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(glance.of(archive.original(receipt.digest()), trusted.of(receipt)));
  }

  /**
   * The submission that came as this very message before, by another way; it gains or loses no
   * proof of its sender by a copy.
   */
  Optional<Submission> copied(Optional<Mail> seen, Submissions among) {
    return seen.flatMap(
        mail ->
            mail.thread()
                .fingerprint()
                .flatMap(among::byMessage)
                .filter(first -> isProven(first) || !speakers.of(mail).proof().isGood()));
  }

  private static boolean isProven(Submission first) {
    return first.sender().filter(sender -> sender.proof().isGood()).isPresent();
  }

  /** A submission with what was seen of its mail. */
  Submission of(Submission submission, Optional<Mail> seen) {
    return seen.map(mail -> submission.cameIn(mail).from(Optional.of(speakers.of(mail))))
        .orElse(submission);
  }
}
