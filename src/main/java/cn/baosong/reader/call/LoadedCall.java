package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import java.util.List;

/**
 * A call that loads without faults, and its own tests.
 *
 * @param remarks what the notice itself leaves at odds; nothing that keeps the call from effect
 */
public record LoadedCall(Call call, List<Case> cases, List<CallFault> remarks) {
  public LoadedCall {
    cases = List.copyOf(cases);
    remarks = List.copyOf(remarks);
  }

  /** The same call with one test alone. */
  LoadedCall only(Case one) {
    return new LoadedCall(call, List.of(one), remarks);
  }
}
