package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class EditedCallJourneyTest extends RunningOffice {
  private static final Path FORMS = copied(Path.of("forms"));

  @Autowired Calls calls;
  @Autowired CallFaults faults;

  @DynamicPropertySource
  static void withFormsOfItsOwn(DynamicPropertyRegistry registry) {
    at("2020-03-16T09:00:00+08:00", registry);
    registry.add("baosong.forms", FORMS::toString);
  }

  @Test
  void takesAnEditWithoutRestartAndKeepsTheLastValidVersionWhenOneIsBroken() throws IOException {
    Path file = FORMS.resolve(CALL.value()).resolve("call.yaml");
    String original = Files.readString(file, StandardCharsets.UTF_8);
    CallVersion first = live().version();

    Files.writeString(file, original.replace("hold: PT30M", "hold: PT45M"));
    await().atMost(PATIENCE).until(() -> !live().version().equals(first));
    assertThat(live().letters().hold()).isEqualTo(Duration.ofMinutes(45));
    CallVersion second = live().version();

    Files.writeString(file, original.replace("basis: POSTMARK", "basis: POSTMRAK"));
    await().atMost(PATIENCE).until(() -> faults.faults().containsKey(CALL.value()));
    assertThat(live().version()).isEqualTo(second);
    int line =
        1 + original.substring(0, original.indexOf("basis: POSTMARK")).split("\n").length - 1;
    assertThat(faults.faults().get(CALL.value()))
        .anySatisfy(
            fault -> {
              assertThat(fault.file()).isEqualTo("call.yaml");
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.key()).contains("deadlines", "basis");
            });

    Files.writeString(file, original);
    await().atMost(PATIENCE).until(() -> faults.faults().isEmpty());
    assertThat(live().version()).isEqualTo(first);
  }

  private Call live() {
    return calls.find(CALL).orElseThrow();
  }

  private static Path copied(Path forms) {
    try (Stream<Path> files = Files.walk(forms)) {
      Path copy = Files.createTempDirectory("baosong-forms");
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(forms.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
      return copy;
    } catch (IOException disk) {
      throw new IllegalStateException(disk);
    }
  }
}
