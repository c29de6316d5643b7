package cn.baosong.desk;

import cn.baosong.desk.AuditTrail.Proof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has the chain of the journal proven, one proof at a time however many ask, beside the office's
 * work. Who asked and what was found is an act of its own.
 */
public final class ChainDesk implements AutoCloseable {
  private final AuditTrail trail;
  private final Audit audit;
  private final Clock clock;
  private final ExecutorService prover =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "chain-proof");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<Future<?>> running = Optional.empty();
  private volatile State state = State.NONE;

  public ChainDesk(AuditTrail trail, Audit audit, Clock clock) {
    this.trail = trail;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How the proof stands.
   *
   * @param running whether one is being read
   * @param read acts read by it so far
   * @param of acts that it has before it
   * @param last the last that ended
   */
  public record State(boolean running, long read, long of, Optional<Done> last) {
    static final State NONE = new State(false, 0, 0, Optional.empty());
  }

  /**
   * A proof that ended.
   *
   * @param at by the office's clock
   */
  public record Done(Proof proof, Instant at, String by) {}

  public State state() {
    return state;
  }

  /**
   * Begins a proof, or joins the one that runs, and waits a little for its end.
   *
   * @param most to be waited
   */
  public State prove(String by, Duration most) throws InterruptedException {
    try {
      begun(by).get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      // its page says how far it is
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the chain could not be read", failed);
    }
    return state;
  }

  private synchronized Future<?> begun(String by) {
    Future<?> proof =
        running.filter(one -> !one.isDone()).orElseGet(() -> prover.submit(() -> run(by)));
    running = Optional.of(proof);
    return proof;
  }

  private void run(String by) {
    Optional<Done> before = state.last();
    long acts = trail.acts();
    state = new State(true, 0, acts, before);
    Optional<Done> now = before;
    try {
      Proof proof = trail.prove(read -> state = new State(true, read, acts, before));
      now = Optional.of(new Done(proof, clock.instant(), by));
      audit.note("journal", new Act(Act.Kind.CHAIN_PROVEN, by, found(proof)));
    } finally {
      state = new State(false, 0, 0, now);
    }
  }

  private static String found(Proof proof) {
    return proof.isSound()
        ? "1–" + proof.acts()
        : proof.faults().size() + ": " + proof.faults().get(0).english();
  }

  /** A proof under way is given up. */
  @Override
  public void close() {
    prover.shutdownNow();
  }
}
