package cn.baosong.desk.draft;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.ReplayDesk;
import cn.baosong.desk.Season;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Where a draft is tried on everything that is stored of its call. It only reads, holds no lock,
 * and one runs at a time, beside the office's work. The last result of each call is kept until the
 * office stops.
 */
public final class TrialDesk implements AutoCloseable {
  private final Season season;
  private final ReplayDesk replay;
  private final Apart apart;
  private final Clock clock;
  private final Map<CallId, TrialRun> last = new ConcurrentHashMap<>();

  /**
   * Where a trial runs.
   *
   * @param trouble is told why one did not get through
   */
  public record Apart(Executor thread, Consumer<Throwable> trouble) {}

  /**
   * @param clock the office's clock
   */
  public TrialDesk(Season season, ReplayDesk replay, Apart apart, Clock clock) {
    this.season = season;
    this.replay = replay;
    this.apart = apart;
    this.clock = clock;
  }

  /**
   * Begins a trial of what is drafted, or else of the folder, and returns at once.
   *
   * @throws Refusal while another one runs
   */
  public Trial begin(DraftDesk.Loading drafted, String by) {
    return begin(drafted.would(), drafted.edition(), by);
  }

  /**
   * Begins a trial and returns at once.
   *
   * @param would the call as it would be
   * @throws Refusal while another one runs
   */
  public synchronized Trial begin(Call would, Edition edition, String by) {
    last.values().stream()
        .filter(TrialRun::isRunning)
        .findFirst()
        .ifPresent(
            run -> {
              throw Refusal.conflict(
                  "trial",
                  "正在试算 " + run.now().call() + "，一次只办一个；请等它完成，或先取消它。",
                  "A trial of " + run.now().call() + " is running; wait for it or cancel it.");
            });
    TrialRun run =
        new TrialRun(
            new TrialRun.About(
                would.id(), edition, by, clock.instant(), season.dossiers(would.id())));
    last.put(would.id(), run);
    CompletableFuture.runAsync(
            () -> replay.replay(would, ReplayDesk.Scope.WHOLE, run::add), apart.thread())
        .whenComplete(
            (done, failure) -> {
              if (failure != null && run.isRunning()) {
                apart.trouble().accept(failure);
              }
              run.end(Optional.ofNullable(failure));
            });
    return run.now();
  }

  /** The trial of a call, running or the last one. */
  public Optional<Trial> of(CallId call) {
    return Optional.ofNullable(last.get(call)).map(TrialRun::now);
  }

  /** Ends a trial after the unit that it is at; what it found so far stays. */
  public void cancel(CallId call) {
    Optional.ofNullable(last.get(call)).ifPresent(TrialRun::cancel);
  }

  @Override
  public void close() {
    last.values().forEach(TrialRun::cancel);
  }
}
