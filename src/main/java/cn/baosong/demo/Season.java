package cn.baosong.demo;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Submissions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one package after another, each at its own moment of office time. */
public final class Season {
  private static final Logger LOG = LoggerFactory.getLogger(Season.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Door folder;
  private final Door mailbox;
  private final Consumer<Instant> clock;
  private final Submissions submissions;
  private final Dossiers dossiers;
  private volatile boolean over;
  private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

  /**
   * @param clock moves the office's clock
   */
  public Season(
      Door folder,
      Door mailbox,
      Consumer<Instant> clock,
      Submissions submissions,
      Dossiers dossiers) {
    this.folder = folder;
    this.mailbox = mailbox;
    this.clock = clock;
    this.submissions = submissions;
    this.dossiers = dossiers;
  }

  public boolean isOver() {
    return over;
  }

  /** What has been played so far, and what became of it. */
  public List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /**
   * What became of a scene.
   *
   * @param number of its submission; empty while the office takes its time
   * @param states of its dossiers, or of the submission when there are none
   */
  public record Outcome(Scene scene, String number, Set<String> states) {}

  /** Plays scenes in the order of their moments; each waits until the one before is decided. */
  public void play(List<Scene> scenes) throws IOException, InterruptedException {
    for (Scene scene : scenes) {
      clock.accept(scene.at());
      Outcome outcome = await(scene, door(scene).bring(scene));
      outcomes.add(outcome);
      tell(outcome);
    }
    over = true;
    LOG.info("演示已放完，请登录网页查看。 The demo has been played: see the pages.");
  }

  private static void tell(Outcome outcome) {
    String name = outcome.scene().name();
    if (outcome.number().isEmpty()) {
      LOG.warn("{}  没有等到结果，请看“渠道与对账” Nothing came of it: see the channels", name);
    } else {
      LOG.info("{}  {} {}", name, outcome.number(), String.join(" ", outcome.states()));
    }
  }

  private Door door(Scene scene) {
    return scene.mailedBy().isPresent() ? mailbox : folder;
  }

  private Outcome await(Scene scene, Digest dropped) throws InterruptedException {
    Optional<Outcome> outcome = outcome(scene, dropped);
    for (long looks = PATIENCE.dividedBy(LOOK); outcome.isEmpty() && looks > 0; looks--) {
      Thread.sleep(LOOK.toMillis());
      outcome = outcome(scene, dropped);
    }
    return outcome.orElse(new Outcome(scene, "", Set.of()));
  }

  private Optional<Outcome> outcome(Scene scene, Digest dropped) {
    return submissions
        .byDigest(dropped)
        .filter(submission -> submission.state() != SubmissionState.RECEIVED)
        .map(s -> new Outcome(scene, s.number().value(), states(s)))
        .filter(outcome -> !outcome.states().isEmpty());
  }

  /** Nothing while its dossiers wait for their decisions. */
  private Set<String> states(Submission submission) {
    if (submission.state() != SubmissionState.PROCESSED) {
      return Set.of(submission.state().name());
    }
    Set<String> states = new TreeSet<>();
    for (Dossier dossier :
        dossiers.ofUnit(submission.call().orElseThrow(), submission.unit().orElseThrow())) {
      if (dossier.submission().equals(submission.number())) {
        states.add(dossier.state().name());
      }
    }
    return states.contains(DossierState.RECEIVED.name()) ? Set.of() : states;
  }
}
