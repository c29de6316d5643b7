package cn.baosong.camel.route;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Component;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;

/**
 * A context beside the running one, in which routes are put together with the office's own beans
 * and settings, and never run (decisions.md 25).
 */
final class Scratch implements AutoCloseable {
  private final DefaultCamelContext context;

  /**
   * @param components the office's own components, each made anew: one knows a single context
   */
  Scratch(CamelContext office, Map<String, Supplier<Component>> components) {
    this.context = new DefaultCamelContext(new DefaultRegistry(new Beans(office)));
    context.disableJMX();
    context.setAutoStartup(false);
    context.setSourceLocationEnabled(true);
    context.getPropertiesComponent().addPropertiesSource(new Settings(office));
    components.forEach((name, made) -> context.getRegistry().bind(name, made.get()));
  }

  void add(RouteSource source) throws Exception {
    for (RoutesBuilder builder :
        PluginHelper.getRoutesLoader(context).findRoutesBuilders(List.of(source.resource()))) {
      context.addRoutes(builder);
    }
  }

  void add(RoutesBuilder builder) throws Exception {
    context.addRoutes(builder);
  }

  /** The routes as they were written, in the order in which they were added. */
  List<RouteDefinition> routes() {
    return List.copyOf(context.getRouteDefinitions());
  }

  /** Puts everything together: beans and methods, Kamelets, addresses and their options. */
  void build() {
    context.start();
  }

  @Override
  public void close() {
    context.stop();
  }

  /** What the office has, but for what would be told that it belongs to another context. */
  private record Beans(CamelContext office) implements BeanRepository {
    private static boolean isShared(@Nullable Object bean) {
      return bean != null && !(bean instanceof CamelContextAware);
    }

    @Override
    public @Nullable Object lookupByName(String name) {
      Object bean = office.getRegistry().lookupByName(name);
      return isShared(bean) ? bean : null;
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
      T bean = office.getRegistry().lookupByNameAndType(name, type);
      return isShared(bean) ? bean : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
      Map<String, T> beans = new HashMap<>(office.getRegistry().findByTypeWithName(type));
      beans.values().removeIf(bean -> !isShared(bean));
      return beans;
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
      return new HashSet<>(findByTypeWithName(type).values());
    }
  }

  /** The settings of the office. */
  private record Settings(CamelContext office) implements PropertiesSource {
    @Override
    public String getName() {
      return "office";
    }

    @Override
    public @Nullable String getProperty(String name) {
      return office.getPropertiesComponent().resolveProperty(name).orElse(null);
    }
  }
}
