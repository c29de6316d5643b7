package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.call.CallId;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Submissions;
import cn.baosong.settings.BaosongSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The whole office with its own inbox and state, at a moment of a past season. */
@Import(CasesRunOnce.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class WholeOffice {
  protected static final CallId CALL = new CallId("sx-bqw-2020");
  protected static final Duration PATIENCE = Duration.ofSeconds(90);

  @Autowired protected BaosongSettings settings;
  @Autowired protected Submissions submissions;
  @Autowired protected Dossiers dossiers;
  @LocalServerPort protected int port;

  /** Sets an office up in a temporary folder, its clock at the given moment. */
  protected static void at(String moment, DynamicPropertyRegistry registry) {
    Path folder;
    try {
      folder = Files.createTempDirectory("baosong-journey");
      Files.createDirectories(folder.resolve("inbox"));
    } catch (IOException disk) {
      throw new IllegalStateException(disk);
    }
    Duration offset =
        Duration.between(Clock.systemUTC().instant(), OffsetDateTime.parse(moment).toInstant());
    registry.add("baosong.home", () -> folder.resolve("var").toString());
    registry.add("baosong.inbox", () -> folder.resolve("inbox").toString());
    registry.add("baosong.folder.quiet", () -> "PT1S");
    registry.add("baosong.folder.pause", () -> "200ms");
    registry.add("baosong.watch.probe", () -> "PT0S");
    registry.add("baosong.clock.offset", offset::toString);
    registry.add("baosong.admin-password", () -> "journey-Only-1");
  }

  protected Clerk clerk() {
    return new Clerk(port);
  }

  /** A dossier once it stands so. */
  protected Dossier once(DossierNumber number, DossierState state) {
    return await()
        .atMost(PATIENCE)
        .until(() -> dossiers.find(number).filter(d -> d.state() == state), Optional::isPresent)
        .orElseThrow();
  }

  /**
   * Drops a package as a share does, under another name until it is complete; tells what its bytes
   * are.
   */
  protected Digest drop(HandMade made, String name) throws IOException {
    Path part = made.zip(settings.inbox().resolve(name + ".part"));
    return dropBytes(Files.readAllBytes(part), name);
  }

  protected Digest dropBytes(byte[] bytes, String name) throws IOException {
    Path part = Files.write(settings.inbox().resolve(name + ".part"), bytes);
    Files.move(part, settings.inbox().resolve(name));
    return digest(bytes);
  }

  /** Where a name of these bytes lies in the inbox; no locale may be able to spell it. */
  protected Path named(byte[] name) {
    StringBuilder uri = new StringBuilder(settings.inbox().toUri().toString());
    uri.append(uri.toString().endsWith("/") ? "" : "/");
    for (byte b : name) {
      uri.append(String.format(Locale.ROOT, "%%%02X", b));
    }
    return Path.of(URI.create(uri.toString()));
  }

  /** The submission of these bytes, once it has come to a state. */
  protected Submission once(Digest bytes, SubmissionState state) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> submissions.byDigest(bytes).filter(s -> s.state() == state), Optional::isPresent)
        .orElseThrow();
  }

  protected static Digest digest(byte[] bytes) {
    try {
      return new Digest(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  protected List<Dossier> dossiersOf(Submission submission) {
    return dossiers
        .ofUnit(submission.call().orElseThrow(), submission.unit().orElseThrow())
        .stream()
        .filter(d -> d.submission().equals(submission.number()))
        .toList();
  }

  protected Decision decisionOn(Dossier dossier) {
    return dossiers.standing(List.of(dossier.number())).get(dossier.number());
  }

  /** The text of the letter of a kind, once it is printed. */
  protected String letter(Submission submission, String kind) {
    Path folder = settings.home().resolve("notices").resolve(submission.number().value());
    Path text =
        await().atMost(PATIENCE).until(() -> find(folder, kind), Optional::isPresent).orElseThrow();
    assertThat(text.resolveSibling(text.getFileName().toString().replace(".txt", ".pdf"))).exists();
    return read(text);
  }

  protected boolean hasLetter(Submission submission, String kind) throws IOException {
    return find(settings.home().resolve("notices").resolve(submission.number().value()), kind)
        .isPresent();
  }

  private static Optional<Path> find(Path folder, String kind) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith("-" + kind + ".txt")).findFirst();
    }
  }

  private static String read(Path text) {
    try {
      return Files.readString(text, StandardCharsets.UTF_8);
    } catch (IOException disk) {
      throw new IllegalStateException(disk);
    }
  }
}
