package cn.baosong.desk;

/**
 * Why a desk cannot do what a person asked: nothing was changed. It names the field and says what
 * to do.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String field;
  private final String chinese;

  private Refusal(Kind kind, String field, String chinese, String english) {
    super(english);
    this.kind = kind;
    this.field = field;
    this.chinese = chinese;
  }

  /** What is wrong with the request. */
  public enum Kind {
    /** What the request is about does not exist. */
    NOT_FOUND,
    /** A field cannot be right, whatever the state of the record. */
    INVALID,
    /** It could be done, but not in the state that the record is in. */
    CONFLICT
  }

  public static Refusal notFound(String field, String chinese, String english) {
    return new Refusal(Kind.NOT_FOUND, field, chinese, english);
  }

  public static Refusal invalid(String field, String chinese, String english) {
    return new Refusal(Kind.INVALID, field, chinese, english);
  }

  public static Refusal conflict(String field, String chinese, String english) {
    return new Refusal(Kind.CONFLICT, field, chinese, english);
  }

  public Kind kind() {
    return kind;
  }

  /** The field of the request concerned, such as {@code expectedVersion}; may be empty. */
  public String field() {
    return field;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return String.valueOf(getMessage());
  }
}
