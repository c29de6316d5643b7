package cn.baosong.web;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Choice;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.GuardedRuling;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Part;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.CallFixture;
import cn.baosong.core.check.DeadlineFixture;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Arrival;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Counter;
import cn.baosong.desk.Intake;
import cn.baosong.desk.LetterFiles;
import cn.baosong.desk.MalwareScanner;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Routes;
import cn.baosong.desk.Settlements;
import cn.baosong.desk.UnitRegister;
import cn.baosong.desk.Units;
import cn.baosong.desk.route.RouteFault;
import cn.baosong.desk.route.RouteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The parts of the office that a page or a program meets, in memory. */
final class PlayedOffice {
  private PlayedOffice() {}

  /** Closed while it has a reason. */
  static final class FullDisk implements Intake {
    Optional<String> reason = Optional.empty();

    @Override
    public Optional<String> closed() {
      return reason;
    }
  }

  /** Goes a second on at each look, so that what spans two looks shows it. */
  static final class TickingClock extends Clock {
    private Instant now = Instant.parse("2020-03-30T02:00:00Z");

    @Override
    public synchronized Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Real time as it is set by a test. */
  static final class WallClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    synchronized void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  static final class ListedCalls implements Calls, CallFaults, Settlements {
    final List<Choice> kept = new ArrayList<>();
    final Map<String, List<CallFault>> broken = new HashMap<>();
    private Call call = callWith();

    private static Call callWith(GuardedRuling... twoPersons) {
      return new CallFixture(People.CALL.value())
          .unsettled("deadline.basis", "RECEIPT", "POSTMARK")
          .departments(
              "类别", CallFixture.department("zjc", "专技"), CallFixture.department("znc", "技能"))
          .twoPersons(twoPersons)
          .make();
    }

    /** Has the call demand a second person for these rulings, and no others. */
    void demandSecond(GuardedRuling... twoPersons) {
      call = callWith(twoPersons);
    }

    /** Has deliveries received after a day be late, or names no day. */
    void endOn(Optional<String> day) {
      call =
          day.map(
                  date ->
                      new CallFixture(People.CALL.value())
                          .deadline(DeadlineFixture.of(Part.ELECTRONIC, date).make())
                          .make())
              .orElseGet(ListedCalls::callWith);
    }

    /** Has originals travel with the paper, as some calls demand, or no more. */
    void demandOriginals(boolean demanded) {
      CallFixture fixture = new CallFixture(People.CALL.value());
      call = demanded ? fixture.material(ORIGINALS).make() : callWith();
    }

    private static final Material ORIGINALS =
        new Material(
            "originals",
            "材料原件",
            true,
            true,
            Optional.empty(),
            List.of("原件"),
            Set.of(),
            1,
            Optional.empty(),
            Optional.empty(),
            false,
            true,
            Clause.NONE);

    @Override
    public Optional<Call> find(CallId id) {
      return Optional.of(call).filter(c -> c.id().equals(id));
    }

    @Override
    public List<Call> live() {
      return List.of(call);
    }

    @Override
    public Optional<Call> match(String words) {
      return Optional.empty();
    }

    @Override
    public Call keep(CallId id, CallVersion seen, Choice choice) {
      if (!seen.equals(call.version())) {
        throw Refusal.conflict("expectedVersion", "通知已有改动。", "The call has changed.");
      }
      kept.removeIf(c -> c.ambiguity().equals(choice.ambiguity()));
      kept.add(choice);
      return call;
    }

    @Override
    public List<Choice> kept(CallId id) {
      return List.copyOf(kept);
    }

    @Override
    public Map<String, List<CallFault>> faults() {
      return broken;
    }
  }

  static final class ListedUnits implements Units, UnitRegister {
    List<Unit> units =
        List.of(
            new Unit(
                People.UNIT,
                "示例市人力资源和社会保障局",
                List.of("示例市人社局"),
                List.of("CITY_HR"),
                List.of("rsj@example.org"),
                "",
                "",
                ""));

    @Override
    public Optional<Unit> find(UnitCode code) {
      return units.stream().filter(u -> u.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Unit> match(String words) {
      return Optional.empty();
    }

    @Override
    public List<Unit> all() {
      return units;
    }

    @Override
    public void replace(InputStream csv, Act act) throws IOException, Invalid {
      String text = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
      if (!text.startsWith("code,")) {
        throw new Invalid(List.of(new Fault(1, "", "缺少表头。", "The header row is missing.")));
      }
    }

    @Override
    public void replace(List<Unit> read, Act act) {
      units = List.copyOf(read);
    }

    @Override
    public String csv() {
      return "code,name\n" + People.UNIT + ",示例市人力资源和社会保障局\n";
    }

    @Override
    public byte[] workbook() {
      return new byte[] {'P', 'K', 3, 4};
    }

    List<Fault> faults = List.of();

    @Override
    public List<Fault> faults() {
      return faults;
    }

    @Override
    public List<Fault> warnings() {
      return List.of(new Fault(2, "code", "代码校验不符。", "The code fails its check."));
    }
  }

  /** Keeps what was handed over. */
  static final class RecordingCounter implements Counter {
    final List<Arrival> arrivals = new ArrayList<>();
    final List<byte[]> bytes = new ArrayList<>();
    boolean diskFull;

    @Override
    public SubmissionNumber receive(Arrival arrival, InputStream stream) throws IOException {
      if (diskFull) {
        throw new IOException("no space left on device");
      }
      arrivals.add(arrival);
      bytes.add(stream.readAllBytes());
      return People.submissionNumber(900 + arrivals.size());
    }
  }

  /** Something has changed at each look, unless a test holds it still. */
  static final class Restless implements Changes {
    private final AtomicLong looks = new AtomicLong();
    private final List<Runnable> told = new ArrayList<>();
    volatile boolean still;

    @Override
    public long latest() {
      return still ? looks.get() : looks.incrementAndGet();
    }

    @Override
    public void whenChanged(Runnable listener) {
      told.add(listener);
    }

    /** One act, while everything else rests. */
    void happens() {
      looks.incrementAndGet();
      told.forEach(Runnable::run);
    }
  }

  static final class OneRoute implements Routes {
    final List<String> done = new ArrayList<>();
    String state = RUNNING;

    @Override
    public List<Route> all() {
      return List.of(
          new Route(
              "pickup-folder",
              "第一步，取件",
              state,
              Duration.ofMinutes(1),
              new Counts(3, 1, 0),
              Optional.empty(),
              Optional.of(new Mishap(Instant.EPOCH, Trouble.OTHER, "boom")),
              new Origin(Origin.Kind.FILE, "pickup-folder.camel.yaml", 1, Optional.empty()),
              new Place("kamelet", List.of("receive-submission"), Optional.empty()),
              new Flow(Instant.EPOCH, Duration.ofMinutes(10), List.of(new Counted(3, 1)))));
    }

    @Override
    public Map<String, String> expected() {
      return Map.of("pickup-folder", state);
    }

    @Override
    public boolean act(String id, Action action, Act act) {
      done.add(act.by() + " " + action + " " + id);
      return id.equals("pickup-folder");
    }
  }

  /** A folder without any file. */
  static final class NoRouteFiles implements RouteFiles {
    final List<RouteFault> faults = new ArrayList<>();

    @Override
    public List<Version> files() {
      return List.of();
    }

    @Override
    public List<RouteFault> faults() {
      return faults;
    }

    @Override
    public Optional<String> text(String file) {
      return Optional.empty();
    }
  }

  static final class OneFolder implements Reconciliation {
    Optional<String> error = Optional.empty();

    @Override
    public List<Source> sources() {
      return List.of(
          new Source(
              "inbox",
              Channel.FOLDER,
              Optional.of(People.RECEIVED),
              error,
              1,
              0,
              List.of(new Item("未登记.zip", "仍在变化", Optional.empty()))));
    }
  }

  /** Answers what a test wants. */
  static final class PlayedScanner implements MalwareScanner {
    Optional<String> trouble = Optional.empty();
    Verdict.Kind says = Verdict.Kind.CLEAN;

    @Override
    public Verdict scan(Path original) {
      return new Verdict(says, "");
    }

    @Override
    public Optional<String> trouble() {
      return trouble;
    }
  }

  static final class NoFiles implements LetterFiles {
    @Override
    public Optional<Path> find(Letter letter, String suffix) {
      return Optional.empty();
    }
  }

  static WorkingDays workingDays() {
    return new WorkingDays(Map.of(2020, new WorkingDays.Year(Set.of(), Set.of())));
  }
}
