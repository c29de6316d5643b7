package cn.baosong.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFilesTest {
  @Test
  void everyRouteFileHoldsEveryRule() throws IOException {
    assertThat(RouteFile.inFolder(Path.of("routes")))
        .isNotEmpty()
        .flatMap(
            file -> Stream.of(RouteFileRule.values()).flatMap(rule -> rule.faults(file)).toList())
        .isEmpty();
  }

  @Test
  void findsRoutesAndKameletsAndNothingElse(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("kamelets"));
    write(folder, "b.camel.yaml");
    write(folder, "a.camel.yaml");
    write(folder, "notes.txt");
    write(folder, "kamelets/office-folder.kamelet.yaml");
    assertThat(RouteFile.inFolder(folder))
        .extracting(RouteFile::name)
        .containsExactly("a.camel.yaml", "b.camel.yaml", "office-folder.kamelet.yaml");
  }

  @Test
  void refusesAKeyThatStandsTwiceAndASecondDocument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RouteFile.of("a.camel.yaml", "a: 1\na: 2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RouteFile.of("a.camel.yaml", "a: 1\n---\nb: 2"));
  }

  private static void write(Path folder, String name) throws IOException {
    Files.writeString(folder.resolve(name), "[]", StandardCharsets.UTF_8);
  }
}
