package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.Choice;
import java.util.List;
import java.util.Map;

/**
 * A call that loads without faults, and its own tests.
 *
 * @param remarks what the notice itself leaves at odds; nothing that keeps the call from effect
 * @param choices what was chosen on the web for its ambiguities
 * @param places where its keys are written in {@code call.yaml}
 * @param pinned the call as its cases pin it, by what they pin
 */
public record LoadedCall(
    Call call,
    List<Case> cases,
    List<CallFault> remarks,
    List<Choice> choices,
    Places places,
    Map<Map<String, String>, Call> pinned) {
  public LoadedCall {
    cases = List.copyOf(cases);
    remarks = List.copyOf(remarks);
    choices = List.copyOf(choices);
    pinned = Map.copyOf(pinned);
  }

  /** The call under the readings that a case is about. */
  Call of(Case one) {
    return pinned.getOrDefault(one.under(), call.onlyInPlay());
  }

  /** The same call with one test alone. */
  LoadedCall only(Case one) {
    return new LoadedCall(call, List.of(one), remarks, choices, places, pinned);
  }
}
