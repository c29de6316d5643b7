package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import java.util.List;
import java.util.Optional;

/** The live calls: of each the last version that was valid. */
public interface Calls {
  Optional<Call> find(CallId id);

  List<Call> live();

  /** The call that a package means by an id, a title or a document number. */
  Optional<Call> match(String words);
}
