package cn.baosong.reader.lint;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.desk.Calls;
import cn.baosong.reader.call.LoadedCall;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A call as its author has it before him.
 *
 * @param all the calls beside it
 * @param days working days where its office is
 * @param routes folder of the routes, where the author has it at hand
 */
public record Draft(LoadedCall loaded, Calls all, WorkingDays days, Optional<Path> routes) {
  Call call() {
    return loaded.call();
  }

  boolean writes(String key) {
    return loaded.places().has(key);
  }

  Warning warning(WarningCode code, String key, String zh, String en) {
    return new Warning(code, loaded.places().file(), loaded.places().line(key), key, zh, en);
  }
}
