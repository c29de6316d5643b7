package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.Baosong;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Baosong.class.getName(),
            "--help");
    java.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    java.environment().put("LC_ALL", "C");
    java.redirectErrorStream(true);
    Process process = java.start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("推荐材料收件处");
    }
    assertThat(List.of(process.waitFor())).containsExactly(0);
  }
}
