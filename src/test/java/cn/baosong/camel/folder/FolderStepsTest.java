package cn.baosong.camel.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Act;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.Drill;
import cn.baosong.desk.NotDurable;
import cn.baosong.desk.Submissions;
import cn.baosong.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pick-up does with a claim, above all one that a crash left behind. */
class FolderStepsTest {
  private static final TimeEvidence THEN =
      TimeEvidence.of(Interval.at(Instant.parse("2020-03-16T01:00:00Z")), "test", TrustClass.A);
  private static final Claim CLAIM =
      new Claim("1-a", "package", "", Optional.empty(), true, THEN, List.of());

  @TempDir Path shelf;

  private final List<String> done = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  @BeforeEach
  void claimAFolder() throws IOException {
    Files.createDirectories(shelf.resolve("1-a.data/inner"));
    Files.writeString(shelf.resolve("1-a.data/inner/a.txt"), "a");
    Files.writeString(shelf.resolve("1-a.data/b.txt"), "b");
    exchange.getMessage().setHeader("CamelFileParent", shelf.toString());
  }

  private FolderSteps steps(Barrier barrier) {
    return new FolderSteps(
        new ClaimShelf(Json.mapper(), i -> i, Clock.systemUTC()), ledger, barrier);
  }

  @Test
  void readsAClaimThatIsNotRegisteredYet() throws Exception {
    try (InputStream bytes = steps(() -> done.add("barrier")).open(CLAIM, exchange)) {
      assertThat(bytes.readAllBytes()).isNotEmpty();
    }
    assertThat(exchange.isRouteStop()).isFalse();
    assertThat(done).isEmpty();
    assertThat(shelf.resolve("1-a.data")).exists();
  }

  @Test
  void letsAClaimGoUnreadThatWasRegisteredBeforeTheCrash() throws Exception {
    ledger.knows("1-a");
    Barrier barrier =
        () -> {
          done.add("barrier");
          assertThat(shelf.resolve("1-a.data")).exists();
        };
    try (InputStream bytes = steps(barrier).open(CLAIM, exchange)) {
      assertThat(bytes.readAllBytes()).isEmpty();
    }
    assertThat(exchange.isRouteStop()).isTrue();
    assertThat(done).containsExactly("barrier");
    assertThat(shelf.resolve("1-a.data")).doesNotExist();
  }

  @Test
  void keepsARegisteredClaimAsLongAsItsRegistrationIsNotOnDisk() {
    ledger.knows("1-a");
    Barrier closed =
        () -> {
          throw new NotDurable("the disk does not confirm");
        };
    assertThatThrownBy(() -> steps(closed).open(CLAIM, exchange)).isInstanceOf(NotDurable.class);
    assertThat(shelf.resolve("1-a.data/inner/a.txt")).exists();
  }

  @Test
  void keepsAFolderWholeUnderAnotherNameBeforeItDeletesAnythingInIt() throws IOException {
    List<Boolean> whole = new ArrayList<>();
    Drill drill =
        step -> {
          assertThat(step).isEqualTo("claim/let-go/after");
          whole.add(Files.exists(shelf.resolve(LetGo.FOLDER).resolve("1-a.data/inner/a.txt")));
          assertThat(shelf.resolve("1-a.data")).doesNotExist();
        };
    ClaimShelf claims = new ClaimShelf(Json.mapper(), i -> i, Clock.systemUTC(), drill);
    claims.release(shelf, CLAIM, claims.print(shelf, CLAIM));
    assertThat(whole).containsExactly(true);
  }

  /** Knows which claims were registered, and is asked nothing else. */
  private static final class Ledger implements Submissions {
    private final List<String> known = new ArrayList<>();

    void knows(String claim) {
      known.add(claim);
    }

    @Override
    public Optional<Submission> byReceipt(Channel channel, String nativeId) {
      return known.contains(nativeId) ? Optional.of(submission(nativeId)) : Optional.empty();
    }

    private static Submission submission(String nativeId) {
      return Submission.of(
          new SubmissionNumber("SJ-2020-000001"),
          "p1",
          new Receipt(
              "r1",
              Channel.FOLDER,
              nativeId,
              "package",
              new Digest("0".repeat(64)),
              1,
              Optional.empty(),
              Optional.empty(),
              THEN,
              THEN.interval().latest()));
    }

    @Override
    public Optional<Submission> find(SubmissionNumber number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Submission> byDigest(Digest digest) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void putOff(SubmissionNumber number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isPutOff(SubmissionNumber number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long arrivals(Channel channel) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Submission> byMessage(String fingerprint) {
      return Optional.empty();
    }

    @Override
    public Optional<Submission> byContent(CallId call, UnitCode unit, Digest content) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Submission> ofUnit(CallId call, UnitCode unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Submission> parts(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Submission> partsBetween(Instant from, Instant before) {
      return List.of();
    }

    @Override
    public List<Submission> partsBefore(Instant before) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void stillOpening(SubmissionNumber number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(Submission submission, Act act) {
      throw new UnsupportedOperationException();
    }
  }
}
