package cn.baosong.web.page.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.WholeCase;
import cn.baosong.web.Downloads;
import cn.baosong.web.TooManyDownloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases that several people take at the same time. */
class SharedCasesTest {
  private static final Instant AT = Instant.parse("2020-03-30T02:00:00Z");

  private final List<Integer> packed = new ArrayList<>();
  private final SharedCases cases =
      new SharedCases(
          new Downloads(),
          (file, zip) -> {
            packed.add(file.withheld());
            Files.writeString(zip, "bag");
          });

  @Test
  void packsACaseOnceForAllWhoReadItAndDeletesItAfterTheLast() throws IOException {
    List<Path> seen = new ArrayList<>();
    cases.read(
        file(0),
        first -> {
          cases.read(file(0), seen::add);
          assertThat(first).exists();
          seen.add(first);
        });
    assertThat(packed).containsExactly(0);
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).isEqualTo(seen.get(1)).doesNotExist();
    assertThat(seen.get(0).getParent()).doesNotExist();
  }

  @Test
  void packsOneThatHasChangedMeanwhileAnew() throws IOException {
    cases.read(
        file(0), old -> cases.read(file(1), now -> assertThat(now).isNotEqualTo(old).exists()));
    assertThat(packed).containsExactly(0, 1);
  }

  @Test
  void sendsAwayWhoeverWouldKeepAllOthersWaiting() throws IOException {
    assertThatThrownBy(() -> deeper(0)).isInstanceOf(TooManyDownloads.class);
    assertThat(packed).containsExactly(0);
    cases.read(file(0), again -> assertThat(again).exists());
  }

  private void deeper(int readers) throws IOException {
    assertThat(readers).isLessThanOrEqualTo(SharedCases.READERS);
    cases.read(file(0), zip -> deeper(readers + 1));
  }

  @Test
  void givesThePlaceBackWhenACaseCannotBePacked() {
    SharedCases broken =
        new SharedCases(
            new Downloads(),
            (file, zip) -> {
              throw new IOException("the original is gone");
            });
    for (int i = 0; i < 2 * SharedCases.READERS; i++) {
      assertThatThrownBy(() -> broken.read(file(0), zip -> {}))
          .isInstanceOf(IOException.class)
          .hasRootCauseMessage("the original is gone");
    }
  }

  private static WholeCase file(int withheld) {
    return new WholeCase(
        dossier(),
        received(),
        List.of(),
        List.of(),
        List.of(),
        withheld,
        List.of(),
        LocalDate.of(2020, 3, 30));
  }

  private static Receipt received() {
    return new Receipt(
        "r1",
        Channel.FOLDER,
        "claim-1",
        "a.zip",
        new Digest("0".repeat(64)),
        1,
        Optional.empty(),
        Optional.empty(),
        TimeEvidence.of(new Interval(AT, AT), "ctime", TrustClass.A),
        AT);
  }

  private static Dossier dossier() {
    SubmissionNumber delivery = new SubmissionNumber("SJ-2020-000001");
    return new Dossier(
        new DossierNumber("RX-2020-000001"),
        "public",
        delivery,
        delivery,
        new CallId("sx-bqw-2020"),
        new UnitCode("11999999MB00000015"),
        1,
        Optional.empty(),
        new Candidate("张三", "000000197506010014", "张三/1975-06-01"),
        FormData.EMPTY,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        "报送清单.xlsx 第 11 行",
        DossierState.ACCEPTED,
        false,
        Optional.empty(),
        Optional.of("zjc"),
        Optional.empty(),
        Optional.empty(),
        1);
  }
}
