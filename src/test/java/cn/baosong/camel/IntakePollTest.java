package cn.baosong.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakePollTest {
  private volatile Optional<String> full = Optional.of("磁盘空间不足");
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void leavesWhatWaitsAtItsSourceUntilThereIsRoomAndGoesOnByItself(@TempDir Path folder)
      throws Exception {
    Path file = Files.write(folder.resolve("a.zip"), new byte[] {1});
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.getRegistry().bind("intakePoll", new IntakePoll(this::closed));
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("file:"
                      + folder
                      + "?delete=true&initialDelay=0&delay=10"
                      + "&pollStrategy=#intakePoll")
                  .to("log:taken");
            }
          });
      camel.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> asked.get() > 5);
      assertThat(file).exists();
      full = Optional.empty();
      await().atMost(Duration.ofMinutes(1)).until(() -> !Files.exists(file));
    }
  }

  private Optional<String> closed() {
    asked.incrementAndGet();
    return full;
  }
}
