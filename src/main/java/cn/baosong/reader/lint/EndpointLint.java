package cn.baosong.reader.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Departments whose cases a route is to deliver that is not there: each delivery would fail. */
final class EndpointLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    return draft.routes().map(RouteFiles::new).stream()
        .flatMap(
            routes ->
                IntStream.range(0, draft.call().departments().size())
                    .boxed()
                    .flatMap(i -> warning(draft, routes, i).stream()))
        .toList();
  }

  private static Optional<Warning> warning(Draft draft, RouteFiles routes, int department) {
    return draft.call().departments().get(department).endpoint().stream()
        .flatMap(
            route ->
                told(routes, route)
                    .map(
                        told ->
                            draft.warning(
                                WarningCode.ENDPOINT_MISSING,
                                "departments[" + department + "].endpoint",
                                told.zh(),
                                told.en())))
        .findFirst();
  }

  private record Told(String zh, String en) {}

  private static Stream<Told> told(RouteFiles routes, String route) {
    if (!routes.exist()) {
      return Stream.of(
          new Told(
              "没有路由文件夹，无从核对投递路由“" + route + "”；用 --routes 指明",
              "no folder of routes to look for route " + route + " in; name it by --routes"));
    }
    if (!routes.ids().contains(route)) {
      return Stream.of(
          new Told(
              "routes/ 中没有路由“" + route + "”，全卷将投送不出；写好这条路由，或去掉 endpoint（放入文件夹）",
              "routes/ holds no route " + route + ": write it, or remove endpoint for a folder"));
    }
    return routes.missingKamelet(route).stream()
        .map(
            kamelet ->
                new Told(
                    "路由“" + route + "”用到的 Kamelet “" + kamelet + "”不在 routes/kamelets/ 里",
                    "route " + route + " names a Kamelet that is not there: " + kamelet));
  }
}
