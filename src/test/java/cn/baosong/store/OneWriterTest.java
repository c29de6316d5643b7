package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D09: an office that is started beside another on the same files is told so and changes nothing.
 */
class OneWriterTest {
  @TempDir Path directory;

  /** A process of its own that writes the journal until it is killed. */
  static final class Another {
    private Another() {}

    public static void main(String[] folder) throws IOException {
      OneWriter.of(Path.of(folder[0]));
      System.out.println("writing");
      System.in.read();
    }
  }

  private Process another() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Another.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader told = process.inputReader()) {
      assertThat(told.readLine()).isEqualTo("writing");
    }
    return process;
  }

  @Test
  void refusesASecondProcessUntilTheFirstIsGoneHoweverItEnds() throws Exception {
    Process first = another();
    assertThatThrownBy(() -> OneWriter.of(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(directory.toString(), "另一个报送进程", "another process");
    first.destroyForcibly().waitFor();
    OneWriter.of(directory).close();
  }

  @Test
  void refusesASecondWriterInTheSameProcess() throws Exception {
    try (OneWriter first = OneWriter.of(directory)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> OneWriter.of(directory)).hasMessageContaining("baosong.home");
    }
    OneWriter.of(directory).close();
  }
}
