package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Records;
import cn.baosong.desk.Window;
import cn.baosong.journey.HandMade;
import cn.baosong.journey.Identities;
import cn.baosong.journey.RunningOffice;
import cn.baosong.reader.archive.HostilePackages;
import cn.baosong.reader.archive.HostilePackages.Bad;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Rows A01, A02, A05 and F04 to F06: what is bad on either side of a good package, and neither
 * takes from the other.
 */
class HostilePackagesTest extends RunningOffice {
  private static final LocalDate BORN = LocalDate.of(1975, 6, 1);
  private static final List<Bad> BAD = HostilePackages.all();
  private static final Filters.OfSubmissions ALL =
      new Filters.OfSubmissions(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @Autowired Archive archive;
  @Autowired Letters letters;
  @Autowired Records records;
  @Autowired Reconciliation reconciliation;

  @DynamicPropertySource
  static void withAUnitForEachGoodPackage(DynamicPropertyRegistry registry) throws IOException {
    at("2020-03-16T09:00:00+08:00", registry);
    StringBuilder units = new StringBuilder("code,name,aliases,kind,email,contact,phone,note\n");
    for (int i = 0; i <= BAD.size(); i++) {
      units.append(code(i)).append(",第").append(i).append("市人社局,,CITY_HR,,,,\n");
    }
    Path file = Files.createTempFile("units", ".csv");
    Files.writeString(file, units, StandardCharsets.UTF_8);
    registry.add("baosong.units", file::toString);
    registry.add("baosong.folder.patience", () -> "PT2S");
  }

  private record Pair(Bad bad, Digest dropped, Digest good) {}

  @Test
  void acceptsTheGoodPackageBesideEachBadOneAndAnswersEachBadOneOnce() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    List<Digest> good = new ArrayList<>();
    for (int i = 0; i < BAD.size(); i++) {
      Digest dropped = dropBytes(BAD.get(i).bytes(), BAD.get(i).name());
      if (i % 2 == 0) {
        good.add(drop(goodOne(i), "good-" + i + ".zip"));
      }
      pairs.add(new Pair(BAD.get(i), dropped, good.get(i / 2)));
    }
    for (Pair pair : pairs) {
      Bad bad = pair.bad;
      Submission held = once(pair.dropped, state(bad));
      assertThat(held.defects()).as(bad.name()).extracting(Defect::code).contains(code(bad));
      assertThat(letter(held, "CORRECTION")).as(bad.name()).contains(bad.words());
      assertThat(kinds(held)).containsExactlyInAnyOrder(LetterKind.RECEIPT, LetterKind.CORRECTION);
      assertThat(archive.original(pair.dropped)).hasBinaryContent(bad.bytes());
      Submission accepted = once(pair.good, SubmissionState.PROCESSED);
      assertThat(dossiersOf(accepted))
          .as("beside " + bad.name())
          .extracting(Dossier::state)
          .containsExactly(DossierState.ACCEPTED);
      if (bad.name().equals("secret.zip")) {
        asksOnceThoughTheSameBytesComeAgain(pair);
      }
    }
  }

  /** It has no list; to find that out costs more than others should wait for. */
  @Test
  void opensInTheEndWhatCostsMuchAndAcknowledgesItAtOnce() throws IOException {
    Digest dropped = dropBytes(HostilePackages.files(400), "four-hundred.zip");
    Submission opened = once(dropped, SubmissionState.UNREADABLE);
    assertThat(submissions.isPutOff(opened.number())).isTrue();
    assertThat(kinds(opened)).contains(LetterKind.RECEIPT);
    assertThat(opened.defects()).extracting(Defect::code).doesNotContain("PACKAGE_TOO_LARGE");
  }

  /** The good one has a name in the bytes of Chinese Windows, which no office's locale spells. */
  @Test
  void acceptsTheGoodPackageAmongWhatNoFolderShouldHold() throws Exception {
    Path outside = Files.writeString(Files.createTempFile("outside", ".zip"), "not the office's");
    Files.createSymbolicLink(settings.inbox().resolve("link.zip"), outside);
    assumeThat(new ProcessBuilder("mkfifo", settings.inbox() + "/pipe.zip").start().waitFor())
        .isZero();
    Path crowd = Files.createDirectory(settings.inbox().resolve("crowd.part"));
    for (int i = 0; i < 50_000; i++) {
      Files.createFile(crowd.resolve("file-" + i));
    }
    Files.move(crowd, settings.inbox().resolve("crowd"));
    Path deep = Files.createDirectories(settings.inbox().resolve("deep.part" + "/d".repeat(300)));
    Files.writeString(deep.resolve("form.pdf"), "deep");
    Files.move(settings.inbox().resolve("deep.part"), settings.inbox().resolve("deep"));
    byte[] good = Files.readAllBytes(goodOne(BAD.size()).zip(settings.inbox().resolve("g.part")));
    byte[] name = "关于张三的材料.zip".getBytes(Charset.forName("GBK"));
    Files.move(settings.inbox().resolve("g.part"), named(name));

    Submission accepted = once(digest(good), SubmissionState.PROCESSED);
    assertThat(accepted.first().name()).isEqualTo("关于张三的材料.zip");
    assertThat(dossiersOf(accepted))
        .extracting(Dossier::state)
        .containsExactly(DossierState.ACCEPTED);
    assertThat(letter(answered("crowd"), "CORRECTION")).contains("文件超过 20000 个");
    assertThat(letter(answered("deep"), "CORRECTION")).contains("deep", "层");
    assertThat(reconciliation.sources().get(0).difference())
        .extracting(Reconciliation.Item::name)
        .contains("link.zip", "pipe.zip");
    assertThat(outside).hasContent("not the office's");
  }

  private Submission answered(String name) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                records.submissions(ALL, new Window(200, Optional.empty())).items().stream()
                    .filter(line -> line.arrival().name().equals(name))
                    .filter(line -> line.state() == SubmissionState.UNREADABLE)
                    .findFirst(),
            Optional::isPresent)
        .flatMap(line -> submissions.find(line.number()))
        .orElseThrow();
  }

  private void asksOnceThoughTheSameBytesComeAgain(Pair secret) throws IOException {
    dropBytes(secret.bad.bytes(), "secret-again.zip");
    Submission twice =
        await()
            .atMost(PATIENCE)
            .until(
                () -> submissions.byDigest(secret.dropped).orElseThrow(),
                held -> held.receipts().size() == 2);
    assertThat(kinds(twice)).filteredOn(kind -> kind == LetterKind.CORRECTION).hasSize(1);
  }

  private List<LetterKind> kinds(Submission submission) {
    return letters.of(submission.number()).stream().map(Letter::kind).toList();
  }

  private static SubmissionState state(Bad bad) {
    return bad.isUnsafe() ? SubmissionState.QUARANTINED : SubmissionState.UNREADABLE;
  }

  private static String code(Bad bad) {
    return bad.code().name();
  }

  private static HandMade goodOne(int i) {
    return HandMade.of("sx-bqw-2020", code(i), "第" + i + "市人社局")
        .candidate("人选" + (char) ('甲' + i), Identities.of(BORN, 2 * i + 1), BORN);
  }

  private static String code(int i) {
    return String.format("1199%02d01MB000000%02d", i, i);
  }
}
