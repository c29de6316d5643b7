package crash;

import cn.baosong.faults.Checker;
import cn.baosong.faults.ChildOffice;
import cn.baosong.faults.Rest;
import cn.baosong.faults.Season;
import cn.baosong.faults.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the office again and again while packages come in, and checks after every kill, and every
 * few rounds at rest, that nothing is lost and nothing doubled. Every other kill is at a random
 * moment; the others step through every failpoint that a first survey finds.
 */
public final class CrashRounds {
  private static final int REST_EVERY = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Pattern FAILPOINT = Pattern.compile("failpoint (\\S+/(?:before|half|after))");

  private final Season season;
  private final Database database;
  private final ChildOffice plain;
  private final ChildOffice first;
  private final ChildOffice office;
  private final Checker checker;
  private final Random random;
  private final Toll toll = new Toll();
  private final Deque<Season.Parcel> later = new ArrayDeque<>();
  private final Deque<String> failpoints = new ArrayDeque<>();
  private Duration ready = Duration.ofSeconds(10);

  private CrashRounds(Path root, Database database, long seed) throws Exception {
    this.season = new Season(root, Path.of("forms"));
    this.database = database;
    this.plain = office(List.of("-jar", "target/baosong.jar"));
    QuickJar quick = QuickJar.extracted(Path.of("target/baosong.jar"), root);
    this.first = office(quick.first());
    this.office = office(quick.again());
    this.checker = new Checker(season.home(), season.inbox());
    this.random = new Random(seed);
  }

  private ChildOffice office(List<String> program) throws Exception {
    return new ChildOffice(season, Path.of("routes"), program, database.settings());
  }

  /** {@code CrashRounds <rounds> <h2|postgresql> [seed] [folder]}; ends with 1 at a fault. */
  public static void main(String[] words) throws Exception {
    System.setProperty("logback.configurationFile", "cn/baosong/cli/quiet-logback.xml");
    int rounds = Integer.parseInt(words[0]);
    long seed = words.length > 2 ? Long.parseLong(words[2]) : System.nanoTime();
    Path root =
        words.length > 3 ? Path.of(words[3]) : Files.createTempDirectory("baosong-crash");
    System.out.println("seed " + seed + ", folder " + root);
    try (Database database = Database.of(words[1], root.resolve("var"))) {
      CrashRounds crash = new CrashRounds(root, database, seed);
      try {
        crash.survey();
        for (int round = 1; round <= rounds && crash.toll.faults.size() < 20; round++) {
          crash.round(round);
          if (round % REST_EVERY == 0 || round == rounds) {
            crash.rest();
          }
        }
      } finally {
        System.out.println(words[1] + ": " + crash.toll.told(crash.season.drops()));
        crash.toll.faults.forEach(fault -> System.out.println("  " + fault));
      }
      System.exit(crash.toll.faults.isEmpty() && crash.toll.rounds == rounds ? 0 : 1);
    }
  }

  /** One story of each kind with nothing wrong: the steps that it passes are the failpoints. */
  private void survey() throws Exception {
    for (Story story : Story.values()) {
      later.addAll(season.begin(story));
    }
    dropAll();
    long began = System.nanoTime();
    ChildOffice.Running running = first.start("--baosong.failpoint=survey");
    while (!running.isReady()) {
      if (running.ends(Duration.ofMillis(200))) {
        throw new IllegalStateException("the office does not start:\n" + first.log());
      }
    }
    ready = Duration.ofNanos(System.nanoTime() - began);
    untilRest(running);
    running.terminate(); // its classes are archived as it ends, so that later starts are quick
    check(0, "survey");
    checkAtRest();
    refill();
    System.out.println(
        "ready after " + ready.toSeconds() + " s; " + failpoints.size() + " failpoints: " + failpoints);
    if (failpoints.size() < 40) {
      throw new IllegalStateException("too few failpoints");
    }
  }

  private void refill() {
    TreeSet<String> found = new TreeSet<>();
    Matcher named = FAILPOINT.matcher(office.log());
    while (named.find()) {
      found.add(named.group(1));
    }
    List<String> shuffled = new ArrayList<>(found);
    Collections.shuffle(shuffled, random);
    failpoints.addAll(shuffled);
  }

  private void round(int round) throws Exception {
    boolean stepped = round % 2 == 1;
    String step = stepped ? nextStep() : "";
    if (stepped) {
      later.addAll(season.begin(passing(step)));
    }
    int stories = 1 + random.nextInt(stepped ? 2 : 4);
    for (int i = 0; i < stories; i++) {
      later.addAll(season.begin(Story.values()[random.nextInt(Story.values().length)]));
    }
    int before = random.nextInt(later.size() + 1);
    for (int i = 0; i < before; i++) {
      season.drop(later.remove());
    }
    String how = stepped ? atFailpoint(step) : atRandom(round);
    toll.rounds++;
    toll.killed(how.startsWith("step ") ? "at a step" : how);
    check(round, how);
  }

  private String nextStep() {
    if (failpoints.isEmpty()) {
      refill();
    }
    return failpoints.remove();
  }

  /** A story that comes by a step, so that the kill at it happens. */
  private static Story passing(String step) {
    if (step.startsWith("reject-")) {
      return Story.LATE;
    }
    if (step.startsWith("return-")) {
      return Story.FAULTY;
    }
    return step.startsWith("hold-") ? Story.FOLDER : Story.GOOD;
  }

  private String atFailpoint(String step) throws Exception {
    int passes = step.startsWith("archive/") || step.startsWith("journal/") ? 6 : 1;
    String setting = step + "#" + (1 + random.nextInt(passes));
    ChildOffice.Running running = office.start("--baosong.failpoint=" + setting);
    long deadline = System.nanoTime() + ready.toNanos() * 4 + Duration.ofSeconds(10).toNanos();
    while (running.isAlive() && System.nanoTime() < deadline) {
      if (!later.isEmpty() && random.nextInt(4) == 0) {
        season.drop(later.remove());
      }
      running.ends(Duration.ofMillis(300));
    }
    if (running.isAlive()) {
      outlived(running.kill());
      return "step not reached, killed then";
    }
    if (running.exit() != 137) {
      toll.faults.add("the office ended with " + running.exit() + " in the round of " + setting);
    }
    return "step " + setting;
  }

  /** A third while it starts, the others within seconds of its being open. */
  private String atRandom(int round) throws Exception {
    ChildOffice.Running running = office.start();
    boolean early = random.nextInt(3) == 0;
    long longest = System.nanoTime() + ready.toNanos() * 6;
    while (!early && running.isAlive() && !running.isReady() && System.nanoTime() < longest) {
      running.ends(Duration.ofMillis(100));
    }
    long life = (long) (random.nextDouble() * (early ? ready : Duration.ofSeconds(8)).toNanos());
    long deadline = System.nanoTime() + life;
    boolean strike = !early && round % 4 == 0;
    String how = early ? "random moment of the start" : "random moment";
    while (running.isAlive() && System.nanoTime() < deadline) {
      if (!later.isEmpty() && random.nextInt(5) == 0) {
        season.drop(later.remove());
      }
      if (strike && System.nanoTime() > deadline - life / 2) {
        strike = false;
        how = database.strike(random) ? "random moment, a database process too" : how;
      }
      running.ends(Duration.ofMillis(50 + random.nextInt(100)));
    }
    if (!running.isAlive()) {
      toll.faults.add("the office ended by itself with " + running.exit());
    }
    outlived(running.kill());
    return how;
  }

  private void outlived(List<ProcessHandle> children) {
    children.forEach(child -> toll.faults.add("a process of the office outlived it: " + child.info()));
  }

  private void check(int round, String how) throws Exception {
    List<String> faults = checker.afterKill(season.drops());
    System.out.println(
        "round " + round + ": " + how + ", dropped " + season.drops().size() + ", faults " + faults);
    faults.forEach(fault -> toll.faults.add("round " + round + " (" + how + "): " + fault));
  }

  /** Lets all that waits come to its end, then checks everything. */
  private void rest() throws Exception {
    dropAll();
    database.expireLeases();
    ChildOffice.Running running = plain.start();
    untilRest(running);
    outlived(running.kill());
    checkAtRest();
    toll.rests++;
  }

  /** Counted from its being open: a busy machine is no fault of the office. */
  private void untilRest(ChildOffice.Running running) throws Exception {
    while (!running.isReady() && running.isAlive()) {
      running.ends(Duration.ofMillis(300));
    }
    Rest rest = new Rest(season.home(), season.inbox());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> waiting = rest.waiting();
    while (!waiting.isEmpty() && running.isAlive() && System.nanoTime() < deadline) {
      running.ends(Duration.ofMillis(700));
      waiting = rest.waiting();
    }
    if (!waiting.isEmpty()) {
      toll.faults.add("HANGS after " + toll.rounds + " rounds: " + waiting);
    }
  }

  private void checkAtRest() throws Exception {
    try (Connection rows = database.read()) {
      List<String> faults = checker.atRest(season.drops(), rows);
      System.out.println("at rest after " + toll.rounds + ": faults " + faults);
      faults.forEach(fault -> toll.faults.add("at rest after " + toll.rounds + ": " + fault));
    }
  }

  private void dropAll() throws Exception {
    while (!later.isEmpty()) {
      season.drop(later.remove());
    }
  }
}
