package cn.baosong.desk;

/** A package was not taken in; the message says why. */
public final class IntakeClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IntakeClosed(String why) {
    super(why);
  }
}
