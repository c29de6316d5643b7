package cn.baosong.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order hop 2 goes, whatever a route file says otherwise. */
class ReceptionStepsTest {
  private static List<String> steps(String route) throws IOException {
    Path file = Path.of("routes", route + ".camel.yaml");
    List<String> steps = new ArrayList<>();
    for (JsonNode step : new YAMLMapper().readTree(file.toFile()).at("/0/route/from/steps")) {
      JsonNode bean = step.path("bean");
      steps.add(
          bean.isMissingNode()
              ? step.at("/to/parameters/name").asText()
              : bean.path("ref").asText() + "." + bean.path("method").asText());
    }
    return steps;
  }

  @Test
  void archivesThenRegistersThenWaitsForTheBarrierAndOnlyThenLetsGo() throws IOException {
    assertThat(steps("receive-submission"))
        .containsSubsequence("receptionSteps.archive", "register-submission", "barrier.await")
        .endsWith("barrier.await");
    assertThat(steps("pickup-folder")).containsExactly("receive-submission", "folderSteps.release");
  }
}
