package cn.baosong.camel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerWatchTest {
  private static final Instant ASKED = Instant.parse("2020-04-10T15:59:00Z");

  private static final class NoPasswords implements Servers.Known {
    @Override
    public Optional<String> password(String server) {
      return Optional.empty();
    }

    @Override
    public Optional<String> passphrase(String server) {
      return Optional.empty();
    }
  }

  private static ServerPlace place() {
    Map<String, Object> told = new HashMap<>(Map.of("server", "one", "host", "here"));
    return ServerPlace.takenFrom(told, new NoPasswords());
  }

  private static ServerWalk.Walked walked(String... names) {
    List<ServerWalk.Found> files =
        List.of(names).stream()
            .map(name -> new Entry(name, Entry.Kind.FILE, 4, Optional.of(ASKED)))
            .map(entry -> new ServerWalk.Found(entry.name(), entry, List.of()))
            .toList();
    return new ServerWalk.Walked(files, 0, false, List.of(), List.of());
  }

  /** P6: a walk through many folders takes its time; what comes behind its back came in time. */
  @Test
  void countsWhatCameDuringALookFromTheBeginningOfThatLook() throws Exception {
    ServerWatch watch = new ServerWatch(place(), Set::copyOf, Optional.empty());
    watch.regard(walked(), (path, entry) -> entry.modified(), ASKED, ASKED.plusSeconds(90));
    Instant seen = ASKED.plusSeconds(120);
    watch.regard(walked("a.zip"), (path, entry) -> entry.modified(), seen, seen);
    Instant still = seen.plusSeconds(90);
    watch.regard(walked("a.zip"), (path, entry) -> entry.modified(), still, still);
    assertThat(watch.next(still).files())
        .extracting(ServerFile::before, ServerFile::seen)
        .containsExactly(tuple(Optional.of(ASKED), seen));
  }

  /** Other hands make a file durable while the line is asked what else there is. */
  @Test
  void remembersWhatWasRegisteredWhileItLooked() throws Exception {
    ServerWatch watch = new ServerWatch(place(), Set::copyOf, Optional.empty());
    watch.regard(walked("a.zip"), (path, entry) -> entry.modified(), ASKED, ASKED);
    Instant still = ASKED.plusSeconds(90);
    watch.regard(walked("a.zip"), (path, entry) -> entry.modified(), still, still);
    ServerFile fetched = watch.next(still).files().get(0);
    watch.regard(
        walked("a.zip", "b.zip"),
        (path, entry) -> {
          watch.settled(fetched);
          return entry.modified();
        },
        still,
        still);
    assertThat(watch.registered(2, any -> true)).containsExactly(fetched);
    assertThat(watch.next(still).files()).isEmpty();
  }

  private static Load ready(long... sizes) {
    List<ServerFile> files = new ArrayList<>();
    for (long size : sizes) {
      Optional<Instant> at = Optional.of(ASKED);
      files.add(new ServerFile(place(), files.size() + ".zip", size, at, at, ASKED, List.of()));
    }
    return Load.of(files);
  }

  /** A look at a folder of a thousand files costs as much as several of its files. */
  @Test
  void bringsManySmallFilesWithOneLookAndLooksAgainAfterAFewLargeOnes() {
    long mega = 1L << 20;
    long[] small = new long[501];
    Arrays.fill(small, mega / 10);
    assertThat(ready(small)).returns(true, Load::more).returns(500, l -> l.files().size());
    assertThat(ready(mega, mega)).returns(false, Load::more).returns(2, l -> l.files().size());
    assertThat(ready(100 * mega, 100 * mega, mega)).returns(2, l -> l.files().size());
    assertThat(ready(2048 * mega, mega)).returns(true, Load::more);
    assertThat(ready(-1, -1)).as("sizes that the server does not tell").returns(false, Load::more);
  }

  /** What a server tells of exact times, and how often it was asked. */
  private static final class Clock implements ServerWatch.Exactly {
    private Instant modified = ASKED;
    private int asked;

    @Override
    public Optional<Instant> modified(String path, Entry entry) {
      asked++;
      return Optional.of(modified);
    }
  }

  private static void look(ServerWatch watch, Clock clock, Instant at) throws Exception {
    watch.regard(walked("a.zip"), clock, at, at);
  }

  /** A listing by LIST tells minutes: once the minute is over, one more question settles it. */
  @Test
  void asksForTheExactTimeOfAFileTwiceHoweverOftenItLooks() throws Exception {
    ServerWatch watch = new ServerWatch(place(), Set::copyOf, Optional.of(ASKED.minusSeconds(5)));
    Clock clock = new Clock();
    for (int seconds = 0; seconds < 600; seconds += 5) {
      look(watch, clock, ASKED.plusSeconds(seconds));
    }
    assertThat(clock.asked).isEqualTo(2);
  }

  /** P6: looks that did not ask do not prove that the later version was not there yet. */
  @Test
  void countsAVersionThatIsListedAlikeFromTheLastQuestion() throws Exception {
    ServerWatch watch = new ServerWatch(place(), Set::copyOf, Optional.of(ASKED.minusSeconds(5)));
    Clock clock = new Clock();
    look(watch, clock, ASKED);
    clock.modified = ASKED.plusSeconds(10);
    look(watch, clock, ASKED.plusSeconds(60));
    look(watch, clock, ASKED.plusSeconds(121));
    look(watch, clock, ASKED.plusSeconds(300));
    assertThat(watch.next(ASKED.plusSeconds(300)).files())
        .extracting(ServerFile::before, ServerFile::seen)
        .containsExactly(tuple(Optional.of(ASKED), ASKED.plusSeconds(121)));
  }

  /** The same where the difference shows when it is fetched. */
  @Test
  void countsAVersionThatWasFoundWhileItWasFetchedFromTheLastQuestion() throws Exception {
    ServerWatch watch = new ServerWatch(place(), Set::copyOf, Optional.of(ASKED.minusSeconds(5)));
    Clock clock = new Clock();
    look(watch, clock, ASKED);
    look(watch, clock, ASKED.plusSeconds(70));
    ServerFile fetched = watch.next(ASKED.plusSeconds(70)).files().get(0);
    clock.modified = ASKED.plusSeconds(10);
    watch.changed(fetched);
    assertThat(watch.missing(ASKED.plusSeconds(71))).hasSize(1);
    look(watch, clock, ASKED.plusSeconds(75));
    look(watch, clock, ASKED.plusSeconds(150));
    assertThat(watch.next(ASKED.plusSeconds(150)).files())
        .extracting(ServerFile::before, ServerFile::modified)
        .containsExactly(tuple(Optional.of(ASKED), Optional.of(clock.modified)));
  }
}
