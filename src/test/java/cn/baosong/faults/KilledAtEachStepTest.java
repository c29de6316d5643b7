package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The office as a process of its own, ended at each named step of the way of a package and started
 * again on what was left (decisions.md 28); {@code src/it/crash} does the same for hours. What is
 * left at the end is then doctored, to see that the check can fail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAtEachStepTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Hop by hop, in the order in which a package comes by them. */
  private static final List<String> STEPS =
      List.of(
          "claim/take/after",
          "archive/write/half",
          "archive/rename/after",
          "receive-submission/register/before",
          "receive-submission/register/after",
          "journal/write/half",
          "journal/force/after",
          "claim/let-go/after",
          "open-package/read-package/after",
          "file-dossiers/file-candidates/after",
          "decide/write-letters/after",
          "letter/pdf/after",
          "close-notice/mark-sent/after");

  @TempDir static Path root;

  private Season season;
  private ChildOffice office;

  @BeforeAll
  void kill() throws Exception {
    season = new Season(root.resolve("office"), Path.of("forms"));
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    KeptClasses program = KeptClasses.of(classes, root);
    season.drop(season.begin(Story.FOLDER).get(0));
    office = child(program.first());
    rest().terminate();
    office = child(program.again());
    Checker checker = new Checker(season.home(), season.inbox());
    for (String step : STEPS) {
      Story story = step.startsWith("claim/") ? Story.FOLDER : Story.GOOD;
      season.drop(season.begin(story).get(0));
      ChildOffice.Running running = office.start("--baosong.failpoint=" + step);
      assertThat(running.ends(PATIENCE)).as("comes by %s: %s", step, office.log()).isTrue();
      assertThat(running.exit()).as("ends at %s: %s", step, office.log()).isEqualTo(137);
      assertThat(checker.afterKill(season.drops())).as("killed at %s", step).isEmpty();
    }
    rest().kill();
  }

  private ChildOffice child(List<String> program) throws IOException {
    return new ChildOffice(
        season, Path.of("routes"), program, List.of("--logging.level.root=warn"));
  }

  /** Runs it until nothing waits any more. */
  private ChildOffice.Running rest() throws Exception {
    ChildOffice.Running running = office.start();
    Rest rest = new Rest(season.home(), season.inbox());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!rest.waiting().isEmpty() && System.nanoTime() < deadline) {
      running.ends(Duration.ofMillis(200));
    }
    assertThat(rest.waiting()).as(office.log()).isEmpty();
    return running;
  }

  @Test
  void losesNothingAndDoublesNothing() throws Exception {
    assertThat(check(season.home(), season.inbox())).isEmpty();
  }

  /** What somebody, or a broken office, might have done to the state at rest. */
  enum Harm {
    ORIGINAL_DELETED("zip: registered, its original is not in the archive"),
    BYTE_SWAPPED("is not what its name says"),
    EVIDENCE_DELETED("no evidence of arrival"),
    STRAY_ORIGINAL("belongs to no submission"),
    JOURNAL_LINE_REMOVED("stands at place"),
    JOURNAL_CUT("is not in the journal"),
    JOURNAL_WORD_CHANGED("is not what its hash says"),
    JOURNAL_TORN("its last line is torn"),
    LETTER_DELETED("sent and not there"),
    LETTER_FROM_NOWHERE("the journal does not know of it"),
    CLAIM_LEFT("was left"),
    ROW_CHANGED("is not what the journal says"),
    EVENT_ROW_DELETED("is missing"),
    RECEIPT_ROW_DELETED("database: receipt"),
    DECISION_ROW_FALLEN("LOST no decision stands"),
    DROP_FORGOTTEN("LOST never.zip was never registered");

    private final String told;

    Harm(String told) {
      this.told = told;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCheckNamesEveryHarm(Harm harm, @TempDir Path copies) throws Exception {
    copy(season.home(), copies.resolve("var"));
    Files.createDirectories(copies.resolve("inbox/.claimed"));
    harm(harm, copies);
    List<Drop> drops = new java.util.ArrayList<>(season.drops());
    if (harm == Harm.DROP_FORGOTTEN) {
      drops.add(new Drop(Story.BROKEN, "X", "never.zip", java.util.Map.of("", "00")));
    }
    try (Connection database = database(copies.resolve("var"))) {
      assertThat(
              new Checker(copies.resolve("var"), copies.resolve("inbox")).atRest(drops, database))
          .anyMatch(fault -> fault.contains(harm.told));
    }
  }

  private void harm(Harm harm, Path copy) throws IOException, SQLException {
    Path home = copy.resolve("var");
    Path journal = home.resolve("journal/journal-000001.jsonl");
    List<String> lines = Files.readAllLines(journal, StandardCharsets.UTF_8);
    switch (harm) {
      case ORIGINAL_DELETED -> Files.delete(original(home));
      case BYTE_SWAPPED -> swap(original(home));
      case EVIDENCE_DELETED -> forget(original(home));
      case STRAY_ORIGINAL -> Files.writeString(home.resolve("archive/abc"), "stray");
      case JOURNAL_LINE_REMOVED -> {
        lines.remove(4);
        Files.write(journal, lines, StandardCharsets.UTF_8);
      }
      case JOURNAL_CUT ->
          Files.write(journal, lines.subList(0, lines.size() - 1), StandardCharsets.UTF_8);
      case JOURNAL_WORD_CHANGED -> {
        lines.set(4, lines.get(4).replace("\"actor\":\"", "\"actor\":\"x"));
        Files.write(journal, lines, StandardCharsets.UTF_8);
      }
      case JOURNAL_TORN -> Files.writeString(journal, "{\"seq\":", StandardOpenOption.APPEND);
      case LETTER_DELETED -> Files.delete(any(home.resolve("notices"), "-RECEIPT.pdf"));
      case LETTER_FROM_NOWHERE -> {
        Path receipt = any(home.resolve("notices"), "001-RECEIPT.pdf");
        Files.copy(receipt, receipt.resolveSibling("009-RECEIPT.pdf"));
      }
      case CLAIM_LEFT -> Files.writeString(copy.resolve("inbox/.claimed/1-a.json"), "{}");
      case ROW_CHANGED -> sql(home, "update dossier set doc = '{}'");
      case EVENT_ROW_DELETED -> sql(home, "delete from event where seq = 3");
      case RECEIPT_ROW_DELETED -> sql(home, "delete from receipt");
      case DECISION_ROW_FALLEN -> sql(home, "update decision set standing = false");
      case DROP_FORGOTTEN -> {
        // told by the list of drops
      }
    }
  }

  private Path original(Path home) throws IOException {
    Drop good =
        season.drops().stream()
            .filter(drop -> drop.story() == Story.GOOD)
            .findFirst()
            .orElseThrow();
    return any(home.resolve("archive"), "/" + good.files().values().iterator().next());
  }

  /** All of its arrivals: a kill may have left one that was never registered. */
  private static void forget(Path original) throws IOException {
    try (Stream<Path> beside = Files.list(original.getParent())) {
      String name = original.getFileName() + ".";
      for (Path file : beside.filter(f -> f.getFileName().toString().startsWith(name)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void swap(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.delete(file);
    Files.write(file, bytes);
  }

  private static Path any(Path folder, String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(suffix)).findFirst().orElseThrow();
    }
  }

  private List<String> check(Path home, Path inbox) throws IOException, SQLException {
    try (Connection database = database(home)) {
      return new Checker(home, inbox).atRest(season.drops(), database);
    }
  }

  private static void sql(Path home, String statement) throws SQLException {
    try (Connection database = database(home);
        Statement update = database.createStatement()) {
      update.executeUpdate(statement);
    }
  }

  private static Connection database(Path home) throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + home.resolve("db/baosong"), "sa", "");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
