package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.submission.Submission;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The meters of a running office, and the dashboard and alerts of {@code src/ops} that read them.
 */
class MonitoringTest extends MailOffice {
  private static final Path OPS = Path.of("src/ops");
  private static final Pattern NAME =
      Pattern.compile("\\b(baosong|camel|jvm|hikaricp|http_server)_[a-z0-9_]+");
  private static final Pattern SERIES = Pattern.compile("(?m)^(\\w+)(\\{.*})? \\S+$");

  private String scraped() throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder().encodeToString("admin:journey-Only-1".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
            .header("Authorization", "Basic " + basic)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .body();
  }

  private static Set<String> names(String scraped) {
    return SERIES
        .matcher(scraped)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** With a mail taken in, decided and answered, and a probe that has come back. */
  private String scrapedAfterWork() throws Exception {
    Submission taken =
        registered(
            deliver(
                OFFICE,
                "INBOX",
                "From: 张三丰 <zhangsanfeng@unit.test>\nSubject: 监控用 13800000000\n\n材料\n"));
    assertThat(taken.number()).isNotNull();
    assertThat(clerk().posts("/reconciliation/probe", "{\"source\": \"office/INBOX\"}").status())
        .isLessThan(300);
    return await()
        .atMost(PATIENCE)
        .until(this::scraped, text -> text.contains("baosong_source_probe_roundtrip_seconds{"));
  }

  @Test
  void exportsEveryMeterThatAlertsAndDashboardReadAndNothingOfAPerson() throws Exception {
    String scraped = scrapedAfterWork();
    Set<String> exported = names(scraped);
    assertThat(used(alertExpressions())).isNotEmpty().isSubsetOf(exported);
    assertThat(used(dashboardExpressions())).isNotEmpty().isSubsetOf(exported);
    assertThat(scraped)
        .doesNotContain("张三", "13800000000", "zhangsanfeng", "@unit.test")
        .doesNotContainPattern("=\"[^\"]*\\d{17}[0-9X]");
    long ours =
        SERIES.matcher(scraped).results().filter(s -> s.group(1).startsWith("baosong_")).count();
    assertThat(ours).as("labels of closed lists").isLessThan(500);
    for (String step : List.of("screen", "open", "assess", "letter", "mail", "deliver", "read")) {
      assertThat(scraped).contains("baosong_step_oldest_seconds{step=\"" + step + "\"}");
    }
    assertThat(scraped)
        .containsPattern("baosong_arrivals_total\\{channel=\"email\"} [1-9]")
        .containsPattern("baosong_acts_total\\{kind=\"SUBMISSION_RECEIVED\"} [1-9]")
        .containsPattern("baosong_barrier_seconds_count [1-9]");
  }

  @Test
  void saysOfEachAlertWhatItMeansAndWhatToDoInBothLanguages() throws IOException {
    assertThat(alerts()).hasSizeGreaterThan(15);
    for (Map<?, ?> alert : alerts()) {
      Map<?, ?> words = (Map<?, ?>) alert.get("annotations");
      for (String key : List.of("summary", "summary_zh", "remedy", "remedy_zh")) {
        assertThat(String.valueOf(words.get(key))).as("%s of %s", key, alert).hasSizeGreaterThan(5);
      }
      assertThat(String.valueOf(words.get("remedy_zh"))).containsPattern("\\p{IsHan}");
      assertThat(((Map<?, ?>) alert.get("labels")).get("severity")).isIn("critical", "warning");
    }
  }

  private static Set<String> used(List<String> expressions) {
    Set<String> names = new TreeSet<>();
    for (String expression : expressions) {
      Matcher name = NAME.matcher(expression);
      while (name.find()) {
        names.add(name.group());
      }
    }
    return names;
  }

  private static List<Map<?, ?>> alerts() throws IOException {
    Map<?, ?> file =
        new Yaml().load(Files.readString(OPS.resolve("prometheus/baosong.rules.yaml")));
    List<Map<?, ?>> alerts = new ArrayList<>();
    for (Object group : (List<?>) file.get("groups")) {
      ((List<?>) ((Map<?, ?>) group).get("rules")).forEach(rule -> alerts.add((Map<?, ?>) rule));
    }
    return alerts;
  }

  private static List<String> alertExpressions() throws IOException {
    List<String> all = new ArrayList<>();
    for (Map<?, ?> alert : alerts()) {
      all.add(String.valueOf(alert.get("expr")));
      all.add(String.valueOf(alert.get("annotations")));
    }
    return all;
  }

  private static List<String> dashboardExpressions() throws IOException {
    JsonNode board = new ObjectMapper().readTree(OPS.resolve("grafana/baosong.json").toFile());
    return StreamSupport.stream(board.get("panels").spliterator(), false)
        .flatMap(panel -> panel.findValuesAsText("expr").stream())
        .toList();
  }
}
