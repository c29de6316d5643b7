package cn.baosong.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** camel-ftp against a real FTP server: the carrier that uploads will ride on. */
class FtpCarrierTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void fetchesAnUploadAndRemovesItFromTheServerOnlyAfterwards(@TempDir Path upload)
      throws Exception {
    Files.writeString(upload.resolve("package.zip"), "bytes");
    FtpServerFactory factory = new FtpServerFactory();
    ListenerFactory listening = new ListenerFactory();
    listening.setServerAddress("127.0.0.1");
    listening.setPort(0);
    Listener listener = listening.createListener();
    factory.addListener("default", listener);
    BaseUser unit = new BaseUser();
    unit.setName("unit");
    unit.setPassword("secret");
    unit.setHomeDirectory(upload.toString());
    unit.setAuthorities(List.of(new WritePermission()));
    factory.getUserManager().save(unit);
    FtpServer server = factory.createServer();
    server.start();
    List<String> bodies = new CopyOnWriteArrayList<>();
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("ftp://unit@127.0.0.1:%d?password=secret&passiveMode=true&stepwise=false&delete=true&initialDelay=100&delay=200"
                      .formatted(listener.getPort()))
                  .process(e -> bodies.add(e.getMessage().getBody(String.class)));
            }
          });
      context.start();
      await().atMost(MINUTE).untilAsserted(() -> assertThat(bodies).containsExactly("bytes"));
      await()
          .atMost(MINUTE)
          .untilAsserted(() -> assertThat(upload.resolve("package.zip")).doesNotExist());
    } finally {
      server.stop();
    }
  }
}
