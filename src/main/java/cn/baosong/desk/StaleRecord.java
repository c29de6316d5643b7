package cn.baosong.desk;

/**
 * Someone else stored a change first. Nothing of the unit of work stands; read again and begin it
 * anew, or tell the person that the case has moved on.
 */
public final class StaleRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StaleRecord(String what) {
    super(what);
  }

  public StaleRecord(String what, Throwable cause) {
    super(what, cause);
  }
}
