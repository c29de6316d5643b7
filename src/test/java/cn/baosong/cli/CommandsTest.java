package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.Baosong;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @Test
  void startsTheOfficeWhenNothingIsAsked() {
    assertThat(Terminal.run().served()).containsExactly("serve");
  }

  @Test
  void leavesEveryOtherArgumentToTheOffice() {
    assertThat(Terminal.run("--server.port=9090").served())
        .containsExactly("serve", "--server.port=9090");
    assertThat(Terminal.run("serve", "--server.port=9090", "--debug").served())
        .containsExactly("serve", "--server.port=9090", "--debug");
  }

  @Test
  void listsItsSubcommandsAndStartsNothing() {
    Terminal help = Terminal.run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("serve", "check", "template", "报送");
    assertThat(help.served()).isEmpty();
  }

  @Test
  void tellsAWrongOptionWithCodeTwo() {
    Terminal wrong = Terminal.run("check", "--jsno");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("--jsno");
  }

  @Test
  void printsChineseInTheBarestLocale() throws IOException, InterruptedException {
    assertThat(outOfItsOwnProcess("--help")).contains("推荐材料收件处");
  }

  @Test
  void answersWithNothingButJsonWhateverLibrariesHaveToSay(@TempDir Path temp)
      throws IOException, InterruptedException {
    String zip = temp.resolve("sample.zip").toString();
    assertThat(Terminal.run("sample", "--call", "sx-bqw-2020", "-o", zip).status()).isZero();
    String out = outOfItsOwnProcess("inspect", zip, "--json");
    assertThat(new ObjectMapper().readTree(out).at("/call").asText()).isEqualTo("sx-bqw-2020");
  }

  private static String outOfItsOwnProcess(String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Baosong.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder java = new ProcessBuilder(command);
    java.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    java.environment().put("LC_ALL", "C");
    java.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = java.start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
      return text;
    }
  }
}
