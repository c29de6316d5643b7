package cn.baosong.desk;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.Mailing.Called;
import cn.baosong.core.notice.MailingState;
import java.time.Clock;

/** 电话通知: what a person does about letters that could not be delivered. */
public final class UndeliveredDesk {
  private static final int LONGEST_NOTE = 500;

  private final Mailings mailings;
  private final Letters letters;
  private final MailQueue queue;
  private final UnitOfWork work;
  private final Clock clock;

  public UndeliveredDesk(
      Mailings mailings, Letters letters, MailQueue queue, UnitOfWork work, Clock clock) {
    this.mailings = mailings;
    this.letters = letters;
    this.queue = queue;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Notes that the unit was rung up, by whom and when.
   *
   * @param note whom one spoke to and what was said
   * @throws Refusal when there is none of this id, it is not undelivered, or the note is missing
   */
  public Mailing called(String id, String by, String note) {
    if (note.isBlank() || note.length() > LONGEST_NOTE) {
      throw Refusal.invalid(
          "note",
          "请写明与谁通话、说了什么（不超过 500 字）。",
          "Write whom you spoke to and what was said (500 characters at most).");
    }
    return work.inTransaction(
        () -> {
          Mailing mailing = undelivered(id);
          Mailing next = mailing.called(new Called(by, clock.instant(), note.strip()));
          mailings.save(next, new Act(Act.Kind.UNIT_CALLED, by, note.strip()));
          return next;
        });
  }

  /**
   * Mails a letter again: to the same address where it is still registered, and to those that have
   * been registered since.
   *
   * @throws Refusal when there is none of this id, it is on its way, or nobody is registered
   */
  public void again(String id, String by) {
    work.inTransaction(
        () -> {
          Mailing mailing = find(id);
          if (mailing.state() == MailingState.WAITING || mailing.state() == MailingState.SENT) {
            throw Refusal.conflict(
                "id", "这封文书已寄出或正等待寄出。", "The letter was mailed, or waits to be.");
          }
          Letter letter = letters.find(mailing.letter()).orElseThrow();
          boolean added = queue.anew(letter);
          if (queue.isRegistered(mailing)) {
            mailings.save(mailing.again(), new Act(Act.Kind.MAIL_AGAIN, by, ""));
          } else if (added && mailing.state().isUndelivered()) {
            Called moved = new Called(by, clock.instant(), "已改寄新登记的邮箱 mailed to the new address");
            mailings.save(mailing.called(moved), new Act(Act.Kind.MAIL_AGAIN, by, moved.note()));
          } else if (!added) {
            throw Refusal.conflict(
                "id",
                "名册中已没有这个邮箱，也没有新登记的邮箱；请先在单位名册中登记。",
                "The registry has neither this address nor a new one; register one first.");
          }
          return mailing;
        });
  }

  private Mailing undelivered(String id) {
    Mailing mailing = find(id);
    if (!mailing.state().isUndelivered()) {
      throw Refusal.conflict("id", "这封文书并非未送达。", "The letter is not undelivered.");
    }
    return mailing;
  }

  private Mailing find(String id) {
    return mailings
        .find(id)
        .orElseThrow(() -> Refusal.notFound("id", "没有这封文书。", "There is no such letter."));
  }
}
