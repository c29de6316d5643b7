package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import java.util.List;

/** What became of a folder: a call, or everything that is wrong with it. */
public sealed interface Loading {
  /** It may take effect. */
  record Loaded(LoadedCall call) implements Loading {}

  /** It takes no effect. */
  record Broken(List<CallFault> faults) implements Loading {
    public Broken {
      faults = List.copyOf(faults);
    }
  }
}
