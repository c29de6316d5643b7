package cn.baosong.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each Camel package that the project's card names carries something, in a route or at least in a
 * test.
 */
class CardTest {
  @ParameterizedTest(name = "{0} is used by {1}")
  @CsvSource({
    "camel-file,    routes, 'uri: file'",
    "camel-sql,     routes, 'uri: sql'",
    "camel-jackson, routes, 'library: Jackson'",
    "camel-http,    routes, 'uri: https'",
    "camel-kamelet, routes, 'uri: kamelet'",
    "camel-mail,    src/test/java/cn/baosong/carriers, 'imap://'",
    "camel-ftp,     src/test/java/cn/baosong/carriers, 'ftp://'"
  })
  void eachPackageOfTheCardCarriesSomething(String artifact, Path place, String use)
      throws IOException {
    assertThat(Files.readString(Path.of("pom.xml"))).contains(artifact);
    assertThat(all(place)).contains(use);
  }

  private static String all(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("CardTest.java"))
          .map(CardTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
