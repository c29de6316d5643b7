package cn.baosong.cli;

/** What keeps a command from its work, in both languages, for the person at the keyboard. */
final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Trouble(String zh, String en) {
    super(zh + System.lineSeparator() + en);
  }

  /**
   * @param told whose message is meant for that person
   */
  Trouble(Exception told) {
    super(told.getMessage(), told);
  }
}
