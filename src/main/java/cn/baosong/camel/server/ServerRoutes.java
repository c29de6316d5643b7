package cn.baosong.camel.server;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;

/** One instance of the Kamelet {@code office-server} for each folder that the settings name. */
public final class ServerRoutes extends RouteBuilder {
  /** Pick-ups start last and stop first. */
  private static final int STARTUP = 970;

  private final List<Source> sources;

  /**
   * A folder of a server.
   *
   * @param id of the Kamelet's instance
   * @param parameters those of the Kamelet; no password, which is looked up by the server's name
   */
  public record Source(String id, Map<String, String> parameters) {
    public Source {
      parameters = Map.copyOf(parameters);
    }
  }

  public ServerRoutes(List<Source> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The same for another context, or once more. */
  public ServerRoutes again() {
    return new ServerRoutes(sources);
  }

  @Override
  public void configure() {
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      from("kamelet:office-server/" + source.id() + "?" + options(source))
          .routeId("pickup-" + source.id())
          .description("按设置收一个服务器文件夹。 A folder of a server, by the settings.")
          .startupOrder(STARTUP + i)
          .to("direct:receive-submission");
    }
  }

  private static String options(Source source) {
    return source.parameters().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + "=RAW(" + each.getValue() + ")")
        .collect(Collectors.joining("&"));
  }
}
