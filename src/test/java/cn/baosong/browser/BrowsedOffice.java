package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.journey.Identities;
import cn.baosong.journey.WholeOffice;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** People at a browser, in whatever office a test sets up. */
abstract class BrowsedOffice extends WholeOffice {
  /** What an office desk has: the smallest screen that the pages must be good on. */
  static final int WIDTH = 1366;

  static final int HEIGHT = 768;
  static final String PASSWORD = "browser-Only-1";
  private static final Path PICTURES = Path.of("target/pages");

  /** A form that cannot be entered is answered with why, and with the status that says so. */
  private static final Pattern REFUSED_FORM = Pattern.compile("status of (409|422) ");

  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final List<BrowserContext> desks = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Browser browser;

  @BeforeEach
  void opensTheBrowser() {
    browser = Chromium.open();
  }

  @AfterEach
  void nothingWasComplainedOf() {
    desks.forEach(BrowserContext::close);
    assertThat(complaints).as("what the browser's console complained of").isEmpty();
  }

  /** The home page of somebody who has just logged in with these roles. */
  Page desk(Role... roles) {
    return desk(WIDTH, HEIGHT, roles);
  }

  Page desk(int width, int height, Role... roles) {
    return login(account(List.of(), roles), width, height);
  }

  /** The queue page's reader: an officer of these departments. */
  Page officer(String... departments) {
    return login(account(List.of(departments), Role.OFFICER), WIDTH, HEIGHT);
  }

  /** A new account, so that no test locks or changes another's. */
  String account(List<String> departments, Role... roles) {
    String name = "t" + PEOPLE.incrementAndGet();
    String body =
        "{\"password\": \"%s\", \"roles\": [%s], \"departments\": [%s]}"
            .formatted(
                PASSWORD,
                quoted(Arrays.stream(roles).map(Role::name).toList()),
                quoted(departments));
    assertThat(clerk().puts("/accounts/" + name, body).status()).isEqualTo(200);
    return name;
  }

  Page login(String name, int width, int height) {
    return login(name, blank(width, height));
  }

  /** The home page in a browser that runs no scripts. */
  Page plainDesk(Role... roles) {
    return login(
        account(List.of(), roles),
        blank(new Browser.NewContextOptions().setJavaScriptEnabled(false)));
  }

  private Page login(String name, Page page) {
    page.navigate(address("/login"));
    page.fill("#username", name);
    page.fill("#password", PASSWORD);
    page.click("button[type=submit]");
    page.waitForURL(address("/"));
    return page;
  }

  /** A browser where nobody is logged in, and whose complaints are heard. */
  Page blank(int width, int height) {
    return blank(new Browser.NewContextOptions().setViewportSize(width, height));
  }

  private Page blank(Browser.NewContextOptions screen) {
    BrowserContext desk = browser.newContext(screen);
    desks.add(desk);
    desk.setDefaultTimeout(PATIENCE.toMillis());
    Page page = desk.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !REFUSED_FORM.matcher(message.text()).find()) {
            complaints.add(page.url() + " " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + " " + error));
    return page;
  }

  /** What the test itself brought about. */
  void forgives(String complaint) {
    complaints.removeIf(told -> told.contains(complaint));
  }

  String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** Holds the page to WCAG 2.1 A and AA, and keeps a picture of it in {@code target/pages}. */
  static void holds(Page page, String name) {
    page.waitForLoadState();
    List<Rule> broken =
        new AxeBuilder(page)
            // in one run: the other way opens a page for what frames would tell, and here are none
            .setLegacyMode(true)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
            .analyze()
            .getViolations();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    assertThat(broken.stream().map(BrowsedOffice::told).toList()).as(name).isEmpty();
    fits(page, name);
  }

  static void fits(Page page, String name) {
    assertThat((Boolean) page.evaluate("document.body.scrollWidth <= window.innerWidth"))
        .as("%s fits its screen", name)
        .isTrue();
  }

  /** An identity number that nobody else in these tests has. */
  static String identity(LocalDate born) {
    return Identities.of(born, PEOPLE.incrementAndGet());
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream().map(n -> n.getHtml()).collect(Collectors.joining(" | "));
  }

  private static String quoted(List<String> words) {
    return words.stream().map(w -> '"' + w + '"').collect(Collectors.joining(","));
  }
}
