package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class PostgresqlJourneyTest extends RunningOffice {
  private static final LocalDate BORN = LocalDate.of(1975, 6, 1);

  /** Ends with the virtual machine, after the office that uses it. */
  private static final EmbeddedPostgres DATABASE = started();

  @DynamicPropertySource
  static void onPostgresql(DynamicPropertyRegistry registry) {
    at("2020-03-16T09:00:00+08:00", registry);
    registry.add("spring.datasource.url", () -> DATABASE.getJdbcUrl("postgres", "postgres"));
    registry.add("spring.datasource.username", () -> "postgres");
    registry.add("baosong.database", () -> "postgresql");
  }

  @Test
  void goesTheSameWayOnAnotherDatabase() throws IOException {
    HandMade march =
        HandMade.of("sx-bqw-2020", "11999901MB00000012", "示例市人力资源和社会保障局")
            .candidate("周九", Identities.of(BORN, 11), BORN);
    Digest first = drop(march, "first.zip");
    Submission submission = once(first, SubmissionState.PROCESSED);
    assertThat(dossiersOf(submission))
        .extracting(Dossier::state)
        .containsExactly(DossierState.ACCEPTED);
    assertThat(letter(submission, "ACCEPTANCE")).contains("周九");

    Digest again = drop(march.with("01-周九/成果证明.pdf", HandMade.pdf(1)), "again.zip");
    Submission later = once(again, SubmissionState.PROCESSED);
    assertThat(dossiersOf(later)).extracting(Dossier::state).containsExactly(DossierState.ACCEPTED);
    List<Dossier> before = dossiersOf(submission);
    assertThat(before).extracting(Dossier::state).containsExactly(DossierState.SUPERSEDED);
  }

  /** faults.md, D07: what a restart of the server is to the office, in the middle of its work. */
  @Test
  void decidesOnceThoughTheServerDropsEveryConnectionInTheMiddle() throws Exception {
    List<Digest> dropped = new ArrayList<>();
    for (String unit : List.of("11999903MB00000035", "11999904MB0000011E")) {
      HandMade one =
          HandMade.of("sx-bqw-2020", unit, "")
              .candidate("郑甲", Identities.of(BORN, 41 + 2 * dropped.size()), BORN);
      dropped.add(drop(one, "cut-" + dropped.size() + ".zip"));
    }
    await().atMost(PATIENCE).until(() -> dropConnections("xact_start is not null") > 0);
    await().atMost(PATIENCE).until(() -> dropConnections("true") > 0);
    letLeasesLapse();
    // the test's own questions go over the same pool, and meet its dead connections too; what was
    // claimed just before one of them is free again after two minutes
    await()
        .atMost(PATIENCE.multipliedBy(3))
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .until(() -> dropped.stream().allMatch(this::isProcessed));
    for (Digest each : dropped) {
      Submission submission = once(each, SubmissionState.PROCESSED);
      assertThat(submission.receipts()).hasSize(1);
      Dossier dossier = dossiersOf(submission).get(0);
      assertThat(dossier.state()).isEqualTo(DossierState.ACCEPTED);
      assertThat(dossiers.history(dossier.number())).hasSize(1);
      await()
          .atMost(PATIENCE.multipliedBy(3))
          .untilAsserted(
              () ->
                  assertThat(printed(submission))
                      .filteredOn(file -> file.endsWith(".txt"))
                      .hasSize(2));
      letter(submission, "ACCEPTANCE");
    }
  }

  @Test
  void keepsWhoIsLoggedIn() throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    Matcher token =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page(browser, "/login"));
    assertThat(token.find()).isTrue();
    String form = "username=admin&password=journey-Only-1&_csrf=" + token.group(1);
    HttpRequest login =
        HttpRequest.newBuilder(address("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    assertThat(browser.send(login, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(302);
    assertThat(page(browser, "/me")).contains("admin");
    try (Connection line = DATABASE.getPostgresDatabase().getConnection();
        Statement ask = line.createStatement();
        ResultSet rows =
            ask.executeQuery("select 1 from spring_session where principal_name = 'admin'")) {
      assertThat(rows.next()).isTrue();
    }
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private String page(HttpClient browser, String path) throws Exception {
    return browser
        .send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private boolean isProcessed(Digest bytes) {
    return submissions
        .byDigest(bytes)
        .filter(s -> s.state() == SubmissionState.PROCESSED)
        .isPresent();
  }

  private List<String> printed(Submission submission) {
    String[] names =
        settings.home().resolve("notices").resolve(submission.number().value()).toFile().list();
    return List.of(Objects.requireNonNull(names));
  }

  /** Ends other sessions of the database; tells how many. */
  private static long dropConnections(String which) throws SQLException {
    try (Connection own = DATABASE.getPostgresDatabase().getConnection();
        Statement statement = own.createStatement();
        ResultSet ended =
            statement.executeQuery(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where datname = 'postgres' and pid <> pg_backend_pid() and "
                    + which)) {
      ended.next();
      return ended.getLong(1);
    }
  }

  /** As minutes would: what was being worked on when the connection went is taken up again. */
  private static void letLeasesLapse() throws SQLException {
    try (Connection own = DATABASE.getPostgresDatabase().getConnection();
        Statement statement = own.createStatement()) {
      for (String table : List.of("submission", "unit_call", "letter")) {
        statement.executeUpdate(
            "update " + table + " set lease_until = null where lease_until is not null");
      }
    }
  }

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
