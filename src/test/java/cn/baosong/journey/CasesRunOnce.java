package cn.baosong.journey;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.reader.call.CaseRunner;
import cn.baosong.reader.call.LoadedCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Runs the tests of a version of a call in the first of the offices that one process starts one
 * after another: they say the same in each, and are half of what a start takes.
 */
final class CasesRunOnce implements BeanPostProcessor {
  private static final Map<Version, List<CallFault>> RUN = new ConcurrentHashMap<>();

  private record Version(CallId call, CallVersion version) {}

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof CaseRunner runner ? once(runner) : bean;
  }

  private static Function<LoadedCall, List<CallFault>> once(CaseRunner runner) {
    return loaded ->
        RUN.computeIfAbsent(
            new Version(loaded.call().id(), loaded.call().version()), v -> runner.apply(loaded));
  }
}
