package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
  @TempDir private Path temp;

  @Test
  void makesAPackageThatWouldBeAcceptedInItsSeason() throws IOException {
    Path zip = temp.resolve("sample.zip");
    Terminal sample = Terminal.run("sample", "--call", "sx-bqw-2020", "-o", zip.toString());
    assertThat(sample.status()).as(sample.err()).isZero();
    JsonNode seen =
        new ObjectMapper().readTree(Terminal.run("inspect", zip.toString(), "--json").out());
    assertThat(seen.at("/unit/code").asText()).isNotEmpty();
    assertThat(seen.at("/dossiers")).hasSize(1);
    assertThat(seen.at("/dossiers/0/state").asText()).as(seen.toString()).isEqualTo("ACCEPTED");
  }

  @Test
  void leavesNoHalfBehindInAWatchedFolder() throws IOException {
    Terminal.run("sample", "--call", "sx-bqw-2020", "-o", temp.resolve("sample.zip").toString());
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left).extracting(p -> p.getFileName().toString()).containsExactly("sample.zip");
    }
  }
}
