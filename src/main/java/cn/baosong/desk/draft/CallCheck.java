package cn.baosong.desk.draft;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallVersion;
import java.util.List;
import java.util.Optional;

/**
 * What {@code check} finds of a call.
 *
 * @param call as it would be; empty when it does not load
 * @param cases how many of its own cases ran
 * @param faults each of which keeps it from effect
 * @param warnings what the notice itself leaves unsaid or says oddly
 * @param open questions that nobody has settled: cases that they decide go to a person
 */
public record CallCheck(
    Optional<Call> call, int cases, List<CallFault> faults, List<Note> warnings, List<Open> open) {
  public CallCheck {
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
    open = List.copyOf(open);
  }

  /**
   * A note to the author that hinders nothing.
   *
   * @param code stable word of what it is about
   * @param line counted from 1
   */
  public record Note(String code, String file, int line, String key, String zh, String en) {}

  /** An ambiguity of the notice that nobody has settled. */
  public record Open(
      String id, String file, int line, String key, String question, List<String> readings) {}

  public static CallCheck broken(List<CallFault> faults) {
    return new CallCheck(Optional.empty(), 0, faults, List.of(), List.of());
  }

  /** Whether it would take effect. */
  public boolean ok() {
    return faults.isEmpty();
  }

  public Optional<CallVersion> version() {
    return call.map(Call::version);
  }
}
