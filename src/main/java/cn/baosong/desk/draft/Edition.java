package cn.baosong.desk.draft;

import cn.baosong.core.call.CallVersion;
import java.util.Optional;

/**
 * What a person had before the eyes: the folder as it lay there, and the draft on it. It is the
 * entity tag of a call.
 *
 * @param folder {@code new} when there was no folder
 * @param draft empty when there was no draft
 */
public record Edition(String folder, String draft) {
  private static final String NONE = "new";
  private static final int SHORT = 8;

  public static Edition of(Optional<CallFiles> standing, Optional<Draft> draft) {
    return new Edition(
        standing.map(CallFiles::version).map(CallVersion::value).orElse(NONE),
        draft.map(d -> d.id().substring(0, SHORT) + "." + d.version()).orElse(""));
  }

  /** Anything that nobody was ever given is simply never the latest. */
  public static Edition read(String written) {
    int dash = written.indexOf('-');
    return dash < 0
        ? new Edition(written, "")
        : new Edition(written.substring(0, dash), written.substring(dash + 1));
  }

  boolean isOfNothing() {
    return folder.equals(NONE);
  }

  @Override
  public String toString() {
    return draft.isEmpty() ? folder : folder + "-" + draft;
  }
}
