package cn.baosong.web.api;

import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.desk.Mailings;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A letter on its way to one address.
 *
 * @param state WAITING, SENT, REFUSED, BOUNCED or WITHHELD
 * @param since when it came into its state
 * @param putOff how often the other side has put it off
 * @param next when it is tried again
 * @param cause why it waits or was not delivered
 * @param answer what the other side said last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MailingView(
    String address,
    String state,
    String since,
    int putOff,
    Optional<String> next,
    Optional<String> cause,
    Optional<String> answer) {
  static MailingView of(Mailings.Entry entry, WebOffice office) {
    Mailing mailing = entry.mailing();
    Optional<MailCause> ended = mailing.outcome().flatMap(Mailing.Outcome::cause);
    return new MailingView(
        mailing.address(),
        mailing.state().name(),
        office.at(entry.changed()),
        entry.putOff(),
        entry.next().map(real -> office.at(real.plus(office.offset()))),
        ended.or(entry::cause).map(Enum::name),
        mailing.outcome().map(Mailing.Outcome::answer).map(MailingView::said).or(entry::said));
  }

  private static String said(ServerAnswer answer) {
    return answer.code() == 0 ? answer.text() : answer.code() + " " + answer.text();
  }
}
