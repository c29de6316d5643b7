package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import java.util.List;

/** A call that loads without faults, and its own tests. */
public record LoadedCall(Call call, List<Case> cases) {
  public LoadedCall {
    cases = List.copyOf(cases);
  }
}
