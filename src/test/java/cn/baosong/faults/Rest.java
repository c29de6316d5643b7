package cn.baosong.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether anything still waits, by what lies on disk. */
public final class Rest {
  /** Longer than a busy machine takes from one line to the next while anything is under way. */
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final Path home;
  private final Path inbox;
  private long last = -1;
  private long since;

  public Rest(Path home, Path inbox) {
    this.home = home;
    this.inbox = inbox;
  }

  /**
   * What is still under way; asked again and again it answers nothing once all has come to rest.
   */
  public List<String> waiting() throws IOException {
    List<String> waiting = new ArrayList<>();
    Inbox.leftIn(inbox).forEach(entry -> waiting.add("inbox " + entry.getFileName()));
    Chain chain = Chain.of(home);
    waiting(chain, "SUBMISSION", "RECEIVED", waiting);
    waiting(chain, "LETTER", "WAITING", waiting);
    // a second look at a unit leaves no mark before it is done: the journal must have paused too
    if (chain.lines().size() != last) {
      last = chain.lines().size();
      since = System.nanoTime();
    }
    if (waiting.isEmpty() && System.nanoTime() - since < PAUSE.toNanos()) {
      waiting.add("the journal to pause");
    }
    return waiting;
  }

  private static void waiting(Chain chain, String record, String state, List<String> waiting) {
    chain
        .latest(record)
        .forEach(
            (key, line) -> {
              if (line.state().path("state").asText().equals(state)) {
                waiting.add(record + " " + key);
              }
            });
  }
}
