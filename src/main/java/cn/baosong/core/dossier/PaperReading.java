package cn.baosong.core.dossier;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a scanned form by machine (纸质件识别).
 *
 * @param trouble why a person has to read it, in plain words; empty when the machine read it
 * @param fields those that the call compares and the scan shows
 * @param pages what each page of the file turned out to be
 */
public record PaperReading(
    State state, String trouble, List<FieldReading> fields, List<PageSeen> pages) {
  /** It is to be read, and what hangs on it waits. */
  public static final PaperReading WAITING =
      new PaperReading(State.WAITING, "", List.of(), List.of());

  public PaperReading {
    fields = List.copyOf(fields);
    pages = List.copyOf(pages);
  }

  /** How far it is. */
  public enum State {
    /** 待识别. */
    WAITING,
    /** 已识别. */
    READ,
    /** 须录入: a person has to key it in. */
    KEY_IN
  }

  public static PaperReading keyIn(String why) {
    return new PaperReading(State.KEY_IN, why, List.of(), List.of());
  }

  public Optional<FieldReading> field(String name) {
    return fields.stream().filter(f -> f.field().equals(name)).findFirst();
  }
}
