package cn.baosong.reader.lint;

import java.util.List;

/** More than one mailbox: which of them counts is a question of the notice (A02). */
final class MailboxLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    List<String> mailboxes = draft.call().admission().mailboxes();
    if (mailboxes.size() < 2) {
      return List.of();
    }
    String named = String.join("、", mailboxes);
    return List.of(
        draft.warning(
            WarningCode.MAILBOXES,
            "channels.mailboxes",
            "有效信箱不止一个：" + named,
            "more than one mailbox counts: " + named));
  }
}
