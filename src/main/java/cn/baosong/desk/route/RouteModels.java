package cn.baosong.desk.route;

import java.util.Optional;

/** The routes as their own models have them. */
public interface RouteModels {
  /** The source of a route with all its steps within; empty when there is no such route. */
  Optional<RouteStep> of(String route);
}
