package cn.baosong.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The distribution's browser, started once for all tests. */
final class Chromium {
  private static final List<String> USUAL =
      List.of(
          "/usr/bin/chromium-headless-shell",
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome");
  private static final double PATIENCE_MILLIS = 90_000;
  private static @Nullable Browser running;

  private Chromium() {}

  /** Skips the test, and says how to have a browser, where there is none. */
  static synchronized Browser open() {
    Optional<Path> installed = installed();
    Assumptions.assumeTrue(
        installed.isPresent(),
        "no browser: apt-get install chromium-headless-shell, or name one in CHROMIUM");
    if (running == null) {
      // five seconds are little where two of these processes share two processors
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      running =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(installed.orElseThrow())
                      .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
    }
    return running;
  }

  private static Optional<Path> installed() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
