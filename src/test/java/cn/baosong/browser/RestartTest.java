package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.Baosong;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Submissions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page that stays open while the office, whose disk is full (D03), stops and starts again. */
class RestartTest {
  private static final String PASSWORD = "restart-Only-1";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;
  private Optional<ConfigurableApplicationContext> office = Optional.empty();

  @AfterEach
  void stops() {
    office.ifPresent(ConfigurableApplicationContext::close);
    office = Optional.empty();
  }

  @Test
  void staysLoggedInOverARestartAndShowsWhatCameMeanwhile() throws Exception {
    try (BrowserContext desk = Chromium.open().newContext()) {
      int port = starts(0, "--baosong.limits.reserve=1000000TB");
      Page page = logsIn(desk, port);
      assertThat(page.locator(".banner.bad[role=alert]").first()).containsText("暂停取件");

      stops();
      page.clock().fastForward(30_000);
      assertThat(page.locator("#asof .stale-note")).isVisible();
      byte[] meanwhile = "no package, but a delivery".getBytes(StandardCharsets.UTF_8);
      Files.write(folder.resolve("inbox/meanwhile.zip"), meanwhile);

      starts(port);
      String number = received(meanwhile).number().value();
      assertThat(page.locator("#to-" + number))
          .isVisible(
              new LocatorAssertions.IsVisibleOptions().setTimeout((double) PATIENCE.toMillis()));
      assertThat(page.locator(".stale-note")).hasCount(0);
      assertThat(page).hasURL("http://localhost:" + port + "/");

      page.reload();
      assertThat(page.locator("#to-" + number)).isVisible();
      assertThat(page.getByText("暂停取件")).hasCount(0);
      page.click("button:text-is(\"退出\")");
      assertThat(page).hasURL("http://localhost:" + port + "/login?logout");
      assertThat(logIns()).isZero();
    }
  }

  private static Page logsIn(BrowserContext desk, int port) {
    desk.setDefaultTimeout((double) PATIENCE.toMillis());
    Page page = desk.newPage();
    page.clock().install();
    page.navigate("http://localhost:" + port + "/login");
    page.fill("#username", "admin");
    page.fill("#password", PASSWORD);
    page.waitForResponse(
        answer -> answer.url().contains("/live?since="), () -> page.click("button[type=submit]"));
    page.mouse().move(2, 2);
    assertThat(page.locator(".stale-note")).hasCount(0);
    return page;
  }

  private int starts(int port, String... more) throws Exception {
    Files.createDirectories(folder.resolve("inbox"));
    List<String> usual =
        List.of(
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            "--baosong.home=" + folder.resolve("var"),
            "--baosong.inbox=" + folder.resolve("inbox"),
            "--baosong.folder.quiet=PT1S",
            "--baosong.folder.pause=200ms",
            "--baosong.admin-password=" + PASSWORD);
    ConfigurableApplicationContext started =
        SpringApplication.run(
            Baosong.class, Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new));
    office = Optional.of(started);
    return started.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private Submission received(byte[] bytes) throws Exception {
    Digest digest =
        new Digest(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    Submissions submissions = office.orElseThrow().getBean(Submissions.class);
    return await()
        .atMost(PATIENCE)
        .until(() -> submissions.byDigest(digest), Optional::isPresent)
        .orElseThrow();
  }

  private long logIns() {
    return office
        .orElseThrow()
        .getBean(JdbcClient.class)
        .sql("select count(*) from spring_session where principal_name = 'admin'")
        .query(Long.class)
        .single();
  }
}
