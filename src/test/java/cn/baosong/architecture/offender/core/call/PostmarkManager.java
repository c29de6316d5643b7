package cn.baosong.architecture.offender.core.call;

/** A name that says nothing. */
public final class PostmarkManager {
  /** Another. */
  public static final class DefaultPostmark {}
}
