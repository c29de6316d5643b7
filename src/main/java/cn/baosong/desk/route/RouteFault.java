package cn.baosong.desk.route;

/**
 * Why edited routes do not take effect.
 *
 * @param file name below {@code routes/}; empty when it is not known which
 * @param line where it is wrong; 0 when unknown
 * @param about the word that is wrong, such as a bean's name
 * @param told what Camel says of it, in English
 */
public record RouteFault(String file, int line, Problem problem, String about, String told) {
  /** What is wrong. */
  public enum Problem {
    /** It is no YAML. */
    UNREADABLE,
    /** A step or key that Camel does not know. */
    UNKNOWN_WORD,
    /** A step names a bean that is not there. */
    NO_BEAN,
    /** A bean has no such method. */
    NO_METHOD,
    /** A route names a Kamelet that is not there. */
    NO_KAMELET,
    /** A Kamelet is not given what it needs. */
    KAMELET_PARAMETER,
    /** A component that is not there. */
    NO_COMPONENT,
    /** A component that has no such option. */
    UNKNOWN_OPTION,
    /** A key in braces that nobody declared. */
    NO_SETTING,
    /** A condition that cannot be read. */
    BAD_EXPRESSION,
    /** An id that stands twice. */
    DOUBLE_ID,
    /** A step hands on to a route that is not there. */
    NOBODY_SERVES,
    /** A route that others rely on is gone (contract.md, section 10). */
    STABLE_GONE,
    /** It could be put together and did not start. */
    NOT_STARTED,
    /** Nothing of these. */
    OTHER
  }

  /** The place in the file, as programs write it. */
  public String place() {
    return line > 0 ? file + ":" + line : file;
  }

  @Override
  public String toString() {
    return "routes/" + place() + " " + problem + (about.isEmpty() ? "" : " " + about) + ": " + told;
  }
}
