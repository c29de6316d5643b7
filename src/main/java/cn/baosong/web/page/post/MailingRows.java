package cn.baosong.web.page.post;

import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.desk.Mailings;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Times;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows mailings, wherever a page tells of a letter. */
@Component("posted")
public final class MailingRows {
  private final Mailings mailings;
  private final WebOffice office;
  private final Times times;

  MailingRows(Mailings mailings, WebOffice office, Times times) {
    this.mailings = mailings;
    this.office = office;
    this.times = times;
  }

  /** By letter; one that was not mailed is missing. */
  public Map<String, List<MailingRow>> ofLetters(Collection<String> letters) {
    return mailings.ofLetters(letters).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().stream().map(this::row).toList()));
  }

  /** Of one letter, in the order of its addresses. */
  public List<MailingRow> of(String letter) {
    return ofLetters(List.of(letter)).getOrDefault(letter, List.of());
  }

  MailingRow row(Mailings.Entry entry) {
    Mailing mailing = entry.mailing();
    Optional<MailCause> cause = mailing.outcome().flatMap(Mailing.Outcome::cause);
    return new MailingRow(
        mailing,
        times.moment(entry.changed()),
        cause.or(entry::cause),
        mailing.outcome().map(o -> said(o.answer())).or(entry::said).orElse(""),
        entry.putOff(),
        entry.next().map(real -> times.moment(real.plus(office.offset()))));
  }

  private static String said(ServerAnswer answer) {
    return answer.code() == 0 ? answer.text() : answer.code() + " " + answer.text();
  }
}
