package cn.baosong.camel.route;

import cn.baosong.desk.route.RouteFault;
import java.util.List;
import java.util.stream.Collectors;

/** Files of {@code routes/} with which the office does not start. */
public final class BrokenRoutes extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public BrokenRoutes(List<RouteFault> faults) {
    super(
        "routes/ 有误，不能启动 The routes are broken:\n"
            + faults.stream().map(RouteFault::toString).collect(Collectors.joining("\n")));
  }
}
