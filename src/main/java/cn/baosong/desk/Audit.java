package cn.baosong.desk;

/** Acts that change no record and still belong in the journal: refused access, accounts, tokens. */
public interface Audit {
  /**
   * @param subject what it was about, such as a path or an account's name
   */
  void note(String subject, Act act);
}
