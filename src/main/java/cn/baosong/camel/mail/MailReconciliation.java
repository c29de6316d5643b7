package cn.baosong.camel.mail;

import cn.baosong.camel.ClockWatch;
import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * 对账 of the mailboxes: per folder what it holds, what of that is registered, and each mail that is
 * not.
 */
public final class MailReconciliation implements Reconciliation {
  private static final int NAMED = 200;

  /** Intervals without a look that succeeded; a long mail may take a few. */
  private static final int PATIENCE = 4;

  private static final Duration LONGEST_UNSEEN = Duration.ofMinutes(5);

  private final Mailboxes mailboxes;
  private final UnaryOperator<Instant> officeTime;
  private final ClockWatch watch;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   * @param watch over the clock that the looks go by
   */
  public MailReconciliation(
      Mailboxes mailboxes, UnaryOperator<Instant> officeTime, ClockWatch watch) {
    this.watch = watch;
    this.mailboxes = mailboxes;
    this.officeTime = officeTime;
  }

  @Override
  public List<Source> sources() {
    return mailboxes.folders().stream().map(this::source).toList();
  }

  private Source source(MailFolder folder) {
    List<MailFolder.Missing> missing = folder.missing();
    long failing = missing.stream().filter(mail -> mail.tries() > 0).count();
    Optional<String> failed =
        failing == 0 ? Optional.empty() : Optional.of(failing + " 封邮件取不下来，见清单");
    return new Source(
        folder.title(),
        Channel.EMAIL,
        folder.looks().last().map(officeTime),
        folder.looks().trouble().map(MailTrouble::chinese).or(watch::doubt).or(() -> failed),
        folder.held(),
        folder.held() - missing.size(),
        missing.stream().limit(NAMED).map(this::item).toList(),
        line(folder));
  }

  private Line line(MailFolder folder) {
    Duration usual = folder.box().poll().multipliedBy(PATIENCE);
    return new Line(
        folder.looks().trouble().map(MailTrouble::kind),
        folder.looks().failures(),
        folder.box().isOpen(),
        folder.probes(),
        usual.compareTo(LONGEST_UNSEEN) > 0 ? usual : LONGEST_UNSEEN,
        folder.lastBrought().map(officeTime),
        Optional.of(folder.box().name()).filter(name -> mailboxes.isMain(folder)));
  }

  private Item item(MailFolder.Missing mail) {
    return new Item(
        "UID " + mail.sighting().uid(),
        mail.tries() == 0 ? "依次取件" : mail.reason() + "（已试 " + mail.tries() + " 次）",
        Optional.of(officeTime.apply(mail.sighting().seen())),
        Optional.of(mail.sighting().key()),
        mail.tries(),
        mail.glimpse().map(this::inOfficeTime),
        false);
  }

  private Glimpse inOfficeTime(Glimpse told) {
    return new Glimpse(told.from(), told.subject(), told.date().map(officeTime), told.bytes());
  }

  @Override
  public boolean refetch(String source, String key) {
    for (MailFolder folder : mailboxes.folders()) {
      if (folder.title().equals(source) && folder.retry(key)) {
        folder.wake();
        return true;
      }
    }
    return false;
  }
}
