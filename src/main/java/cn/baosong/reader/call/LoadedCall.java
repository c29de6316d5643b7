package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.Choice;
import java.util.List;

/**
 * A call that loads without faults, and its own tests.
 *
 * @param remarks what the notice itself leaves at odds; nothing that keeps the call from effect
 * @param choices what was chosen on the web for its ambiguities
 * @param places where its keys are written in {@code call.yaml}
 */
public record LoadedCall(
    Call call, List<Case> cases, List<CallFault> remarks, List<Choice> choices, Places places) {
  public LoadedCall {
    cases = List.copyOf(cases);
    remarks = List.copyOf(remarks);
    choices = List.copyOf(choices);
  }

  /** The same call with one test alone. */
  LoadedCall only(Case one) {
    return new LoadedCall(call, List.of(one), remarks, choices, places);
  }
}
