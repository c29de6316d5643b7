package cn.baosong.desk;

import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.MailCause.Verdict;
import cn.baosong.core.notice.ServerAnswer;

/**
 * Why a letter was not taken.
 *
 * @param beforeLetter whether the line failed before the server heard whom the letter is for: then
 *     no letter goes, and none is to blame
 */
public record MailFailure(MailCause cause, boolean beforeLetter, ServerAnswer answer) {

  /** What one recipient's server says never stops the letters to all others. */
  Verdict verdict() {
    if (beforeLetter) {
      return Verdict.LINE_DOWN;
    }
    return cause.verdict() != Verdict.LINE_DOWN
        ? cause.verdict()
        : answer.code() >= 500 ? Verdict.REFUSED : Verdict.LATER;
  }
}
