package cn.baosong.reader.office;

/** A document that nobody should open before a person has looked at it. */
public final class BeyondLimits extends Exception {
  private static final long serialVersionUID = 1L;

  BeyondLimits(String why) {
    super(why, null, false, false);
  }
}
