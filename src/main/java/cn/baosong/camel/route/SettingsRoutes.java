package cn.baosong.camel.route;

import java.util.function.Supplier;
import org.apache.camel.RoutesBuilder;

/**
 * Routes that the settings make, each an instance of a Kamelet.
 *
 * @param kamelet its name
 * @param made the routes, built anew each time: a builder belongs to one context
 */
public record SettingsRoutes(String kamelet, Supplier<? extends RoutesBuilder> made) {}
