package cn.baosong.desk;

import cn.baosong.core.call.CallFault;
import java.util.List;
import java.util.Map;

/** Why edited calls do not take effect; the last valid version of each stays live. */
public interface CallFaults {
  /** By the name of the call's folder, only those that have faults. */
  Map<String, List<CallFault>> faults();
}
