package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.camel.route.BrokenRoutes;
import cn.baosong.camel.route.ExpectedRoutes;
import cn.baosong.camel.route.RouteCheck;
import cn.baosong.camel.route.RouteFolder;
import cn.baosong.camel.route.RouteSwap;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Routes;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.desk.route.RouteFault;
import cn.baosong.desk.route.RouteFault.Problem;
import cn.baosong.desk.route.RouteFiles.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped routes of a running office, edited as an integration engineer does. */
class RouteEditsJourneyTest extends RunningOffice {
  private static final Path ROUTES = OwnForms.linked(Path.of("routes"));

  @Autowired private CamelContext context;
  @Autowired private RouteFolder files;
  @Autowired private RouteCheck check;
  @Autowired private RouteSwap swap;
  @Autowired private ExpectedRoutes expected;
  @Autowired private RouteDesk desk;
  @Autowired private Routes routes;
  @Autowired private JdbcClient jdbc;
  private Instant now = Instant.parse("2100-01-01T00:00:00Z");

  @DynamicPropertySource
  static void withAMailboxAndAServerThatDoNotAnswer(DynamicPropertyRegistry registry) {
    at("2020-03-16T09:00:00+08:00", registry);
    registry.add("baosong.routes", ROUTES::toString);
    Map.of(
            "name",
            "office",
            "host",
            "localhost",
            "port",
            "1",
            "user",
            "u",
            "password",
            "p",
            "protocol",
            "imap")
        .forEach((key, value) -> registry.add("baosong.mailboxes[0]." + key, () -> value));
    Map.of(
            "name",
            "files",
            "host",
            "localhost",
            "port",
            "1",
            "user",
            "u",
            "password",
            "p",
            "protocol",
            "ftp")
        .forEach((key, value) -> registry.add("baosong.servers[0]." + key, () -> value));
  }

  /** Waits at the gate with whatever it carries. */
  public static final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    public void pass() throws InterruptedException {
      reached.countDown();
      open.await();
    }
  }

  @AfterEach
  void everythingIsAsItWas() throws IOException {
    for (Path shipped : new Path[] {Path.of("routes"), Path.of("routes/kamelets")}) {
      try (Stream<Path> list = Files.list(shipped)) {
        for (Path file : list.filter(Files::isRegularFile).toList()) {
          Path copy = ROUTES.resolve(Path.of("routes").relativize(file));
          if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
    Files.deleteIfExists(ROUTES.resolve("try-gate.camel.yaml"));
    rests();
    assertThat(files.faults()).isEmpty();
    assertThat(desk.idle()).isEmpty();
    assertThat(context.getRoutes())
        .extracting(org.apache.camel.Route::getRouteId)
        .doesNotHaveDuplicates();
  }

  /** Two seconds without another edit, by the clock that the watch is told. */
  private void rests() {
    files.look(now);
    now = now.plusSeconds(3);
    files.look(now);
    now = now.plusSeconds(3);
  }

  private static void edit(String file, String was, String is) throws IOException {
    Path path = ROUTES.resolve(file);
    String text = Files.readString(path, StandardCharsets.UTF_8);
    assertThat(text).contains(was);
    Files.writeString(
        path,
        text.substring(0, text.indexOf(was))
            + is
            + text.substring(text.indexOf(was) + was.length()),
        StandardCharsets.UTF_8);
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(ROUTES.resolve(file), text, StandardCharsets.UTF_8);
  }

  private static String gate(String says) {
    return """
        - route:
            id: try-gate
            description: 试。 Tried.
            from:
              uri: direct
              parameters: {name: try-gate}
              steps:
                - bean: {ref: gate, method: pass}
                - setBody: {constant: %s}
        """
        .formatted(says);
  }

  private String send() {
    return context.createProducerTemplate().requestBody("direct:try-gate", "", String.class);
  }

  private Standing standing(String file) {
    return files.files().stream()
        .filter(version -> version.name().equals(file))
        .findFirst()
        .orElseThrow()
        .standing();
  }

  /** O06: the running system keeps its routes, and the fault is told with file, line and word. */
  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "decide.camel.yaml        | - setBody:       | - setBoddy:     | 49 | UNKNOWN_WORD   | setBoddy",
        "decide.camel.yaml        | ref: assessmentSteps | ref: [assess | 13 | UNREADABLE     | ''",
        "decide.camel.yaml        | ref: assessmentSteps | ref: nobody  | 12 | NO_BEAN        | nobody",
        "decide.camel.yaml        | method: write    | method: wrote   | 54 | NO_METHOD      | wrote",
        "decide.camel.yaml        | name: return-dossier | name: return | 33 | NOBODY_SERVES  | return",
        "decide.camel.yaml        | id: decide       | id: assess-unit | 2  | DOUBLE_ID      | assess-unit",
        "deliver-folder.camel.yaml | uri: file       | uri: fiel       | 10 | NO_COMPONENT   | fiel",
        "deliver-folder.camel.yaml | fileExist:      | fileExits:      | 15 | UNKNOWN_OPTION | fileExits",
        "deliver-folder.camel.yaml | baosong.home    | baosong.hoem    | 12 | NO_SETTING     | baosong.hoem",
        "open-package.camel.yaml  | ${body.passed}   | ${body.passed   | 15 | BAD_EXPRESSION | ''",
        "pickup-folder.camel.yaml | office-folder    | office-nothing  | 8  | NO_KAMELET     | office-nothing",
        "pickup-folder.camel.yaml | folder:          | fodler:         | 8  | KAMELET_PARAMETER | folder",
        "kamelets/office-folder.kamelet.yaml | ref: folderSteps | ref: nobody | 47 | NO_BEAN | nobody",
        "assess-unit.camel.yaml   | name: assess-unit | name: assess   | 0  | STABLE_GONE    | assess-unit"
      })
  void o06KeepsWhatRunsWhenAnEditIsBroken(
      String file, String was, String is, int line, Problem problem, String about)
      throws IOException {
    Route before = new Route(context.getRoute("decide"), context.getRoute("inbox"));
    edit(file, was, is);
    rests();
    assertThat(files.faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.problem()).isEqualTo(problem);
              assertThat(fault.file()).isEqualTo(file);
              assertThat(fault.about()).isEqualTo(about);
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.told()).isNotBlank();
            });
    assertThat(standing(file)).isEqualTo(Standing.EDITED);
    assertThat(new Route(context.getRoute("decide"), context.getRoute("inbox"))).isEqualTo(before);
    assertThat(desk.idle()).as("everything runs on").isEmpty();
  }

  private record Route(org.apache.camel.Route decide, org.apache.camel.Route inbox) {}

  /** O06: a typo refuses the start, and every fault is told with its file and line. */
  @Test
  void o06RefusesToStartWithATypoAndPointsToItsLine() throws IOException {
    Path broken = OwnForms.copied(Path.of("routes"));
    for (String file : List.of("decide.camel.yaml", "hold-dossier.camel.yaml")) {
      String text = Files.readString(broken.resolve(file), StandardCharsets.UTF_8);
      Files.writeString(
          broken.resolve(file),
          text.replace("ref: assessmentSteps", "ref: asessmentSteps"),
          StandardCharsets.UTF_8);
    }
    RouteFolder starting =
        new RouteFolder(
            new RouteFolder.Place(broken, name -> !name.startsWith("send-mail")),
            check,
            swap,
            expected,
            (subject, act) -> {});
    assertThatThrownBy(() -> starting.begin(now))
        .isInstanceOf(BrokenRoutes.class)
        .hasMessageContaining("routes/decide.camel.yaml:12 NO_BEAN asessmentSteps")
        .hasMessageContaining("routes/hold-dossier.camel.yaml:12 NO_BEAN asessmentSteps");
  }

  @Test
  void tellsTheFaultsOfAllFilesAtOnce() throws IOException {
    edit("decide.camel.yaml", "ref: assessmentSteps", "ref: nobody");
    edit("deliver-folder.camel.yaml", "fileExist:", "fileExits:");
    edit("send-notices.camel.yaml", "ref: letterSteps", "ref: noone");
    rests();
    assertThat(files.faults())
        .extracting(RouteFault::place)
        .containsExactlyInAnyOrder(
            "decide.camel.yaml:12", "deliver-folder.camel.yaml:15", "send-notices.camel.yaml:15");
  }

  @Test
  void takesAGoodEditAndFinishesWhatTheOldRouteCarries() throws Exception {
    Gate gate = new Gate();
    context.getRegistry().bind("gate", gate);
    write("try-gate.camel.yaml", gate("one"));
    rests();
    assertThat(files.faults()).isEmpty();
    assertThat(routes.expected()).containsEntry("try-gate", "Started");

    CompletableFuture<String> carried = CompletableFuture.supplyAsync(this::send);
    gate.reached.await();
    write("try-gate.camel.yaml", gate("two"));
    files.look(now);
    Instant then = now.plusSeconds(3);
    CompletableFuture<Void> edit = CompletableFuture.runAsync(() -> files.look(then));
    gate.open.countDown();
    assertThat(carried.get()).isEqualTo("one");
    edit.get();
    assertThat(send()).isEqualTo("two");
    assertThat(standing("try-gate.camel.yaml")).isEqualTo(Standing.SAME);
    assertThat(
            jdbc.sql("select reason from event where kind = 'ROUTES_LOADED'")
                .query(String.class)
                .list())
        .anySatisfy(told -> assertThat(told).startsWith("try-gate.camel.yaml "));

    Files.delete(ROUTES.resolve("try-gate.camel.yaml"));
    rests();
    assertThat(context.getRoute("try-gate")).isNull();
    assertThat(routes.expected()).doesNotContainKey("try-gate");
    assertThat(desk.idle()).isEmpty();
  }

  @Test
  void putsTheFormerRoutesBackWhenTheNewOnesDoNotStart() throws Exception {
    edit("read-paper.camel.yaml", "claim-reading.sql", "claim-nothing.sql");
    edit("close-mail.camel.yaml", "id: enter-answer", "id: enter-what-was-answered");
    rests();
    assertThat(files.faults()).isNotEmpty();
    assertThat(routes.expected()).containsEntry("read-paper", "Started");
    assertThat(context.getProcessor("enter-answer")).isNotNull();
    assertThat(desk.idle()).isEmpty();
  }

  @Test
  void makesTheRoutesByTheSettingsAnewWhenTheirKameletIsEdited() throws Exception {
    org.apache.camel.Route mailbox = context.getRoute("mailbox-office");
    org.apache.camel.Route pickup = context.getRoute("pickup-mailbox-office");
    org.apache.camel.Route server = context.getRoute("server-files");
    edit("kamelets/office-mailbox.kamelet.yaml", "greedy: true", "greedy: false");
    rests();
    assertThat(files.faults()).isEmpty();
    assertThat(context.getRoute("mailbox-office")).isNotNull().isNotSameAs(mailbox);
    assertThat(context.getRoute("pickup-mailbox-office")).isNotNull().isNotSameAs(pickup);
    assertThat(context.getRoute("server-files")).isSameAs(server);
    assertThat(context.getRoute("mailbox-office").getEndpoint().getEndpointUri())
        .contains("greedy=false");
    assertThat(routes.expected())
        .containsEntry("mailbox-office", "Started")
        .containsEntry("pickup-mailbox-office", "Started");
  }

  @Test
  void receivesAndDecidesThroughEditedRoutes() throws Exception {
    edit("kamelets/office-folder.kamelet.yaml", "initialDelay: 500", "initialDelay: 100");
    edit("decide.camel.yaml", "id: write-letters", "id: write-the-letters");
    edit("assess-unit.camel.yaml", "id: check-time", "id: check-the-time");
    rests();
    assertThat(files.faults()).isEmpty();
    assertThat(context.getProcessor("write-the-letters")).isNotNull();
    HandMade made =
        HandMade.of(CALL.value(), "11999901MB00000012", "示例市人力资源和社会保障局")
            .candidate(
                "张三", Identities.of(LocalDate.of(1970, 1, 1), 901), LocalDate.of(1970, 1, 1));
    Digest dropped = drop(made, "edited.zip");
    Submission submission = once(dropped, SubmissionState.PROCESSED);
    assertThat(dossiersOf(submission)).isNotEmpty();
  }

  @Test
  void leavesARouteStoppedThatSomebodyStopped() throws Exception {
    desk.act("match-scans", Routes.Action.STOP, "admin", "检修");
    edit("match-scans.camel.yaml", "period: 10000", "period: 11000");
    rests();
    assertThat(files.faults()).isEmpty();
    assertThat(routes.expected()).containsEntry("match-scans", "Stopped");
    desk.act("match-scans", Routes.Action.START, "admin", "好了");
  }
}
