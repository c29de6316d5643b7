package cn.baosong.camel.server;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFileComponent;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.service.ServiceHelper;

/**
 * camel-ftp with the office's hooks, as the Kamelet {@code office-server} names it: the parameter
 * {@code protocol} decides which of its endpoints is built; every parameter that is not ours is
 * camel-ftp's own.
 */
public final class ServerComponent extends DefaultComponent {
  private final Servers servers;
  private final Doors.Plain plain = new Doors.Plain();
  private final Doors.Tls tls = new Doors.Tls();
  private final Doors.Ssh ssh = new Doors.Ssh();

  public ServerComponent(Servers servers) {
    this.servers = servers;
  }

  private List<RemoteFileComponent<?>> doors() {
    return List.of(plain, tls, ssh);
  }

  @Override
  public void setCamelContext(CamelContext context) {
    super.setCamelContext(context);
    doors().forEach(door -> door.setCamelContext(context));
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    doors().forEach(ServiceHelper::initService);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    doors().forEach(ServiceHelper::startService);
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    doors().forEach(ServiceHelper::stopService);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    ServerPlace place = ServerPlace.takenFrom(parameters, servers.settings());
    parameters.put(Doors.FOLDER, servers.folder(place));
    return switch (place.account().protocol()) {
      case FTP -> plain.endpoint(uri, parameters);
      case FTPS, FTPS_IMPLICIT -> tls.endpoint(uri, parameters);
      case SFTP -> ssh.endpoint(uri, parameters);
    };
  }
}
