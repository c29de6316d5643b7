package cn.baosong.desk;

/** What was committed could not be proven to be on disk: nothing that rests on it may leave. */
public final class NotDurable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotDurable(String why) {
    super(why);
  }

  public NotDurable(String why, Throwable cause) {
    super(why, cause);
  }
}
