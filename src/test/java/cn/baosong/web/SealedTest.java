package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.MalwareScanner.Verdict;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.Screenings;
import cn.baosong.store.FileArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class SealedTest extends OpenOffice {
  private static final String NAME = "材料7.zip";

  @Autowired Screenings screenings;
  @Autowired ScreeningDesk screening;
  @Autowired PlayedOffice.PlayedScanner scanner;
  @Autowired FileArchive archive;

  @AfterEach
  void wellAgain() {
    scanner.trouble = Optional.empty();
    screening.look();
  }

  private Submission received() {
    Submission first =
        Submission.of(
            People.submissionNumber(7),
            "public-7",
            People.submission(7, SubmissionState.RECEIVED, NAME).first());
    submissions.save(first, Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    return first;
  }

  private Submission inReview() {
    Submission held =
        received().held(List.of(new Defect("CLASSIFIED_MARKING", "包内第 2 个文件", "可能载有标志。", false)));
    submissions.save(held, Act.byMachine(Act.Kind.SUBMISSION_HELD));
    return held;
  }

  private ResultActions rules(String ruling, int version) throws Exception {
    return posts(
        Role.CLERK,
        "/submissions/SJ-2020-000007/rulings",
        "{\"ruling\":\"%s\",\"reason\":\"当面核对\",\"expectedVersion\":%d}"
            .formatted(ruling, version));
  }

  private Submission now() {
    return submissions.find(People.submissionNumber(7)).orElseThrow();
  }

  @Test
  void letsAPersonReleaseWhatIsInDoubt() throws Exception {
    inReview();
    asks(Role.CLERK, "/submissions/SJ-2020-000007")
        .andExpect(jsonPath("$.state").value("IN_REVIEW"))
        .andExpect(jsonPath("$.findings[0].outcome").value("REFER"));
    rules("RELEASE", 2).andExpect(status().isAccepted()).andExpect(jsonPath("$.version").value(3));
    assertThat(now().needsOpening()).isTrue();
    assertThat(now().isCleared(SealReason.CLASSIFIED_MARKING)).isTrue();
    assertThat(now().defects().get(0).sentence()).contains("clerk", "当面核对");
    assertThat(events("SUBMISSION_CLEARED")).isEqualTo(1);
    rules("RELEASE", 3).andExpect(status().isConflict());
  }

  @Test
  void letsAPersonSealWhatIsInDoubtAndShowsItToNobodyButItsHolder() throws Exception {
    inReview();
    rules("SEAL", 2)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.state").value("QUARANTINED"));
    asks(Role.CLERK, "/submissions/SJ-2020-000007")
        .andExpect(jsonPath("$.sealed").value(true))
        .andExpect(jsonPath("$.findings[0].code").value("CLASSIFIED_MARKING"))
        .andExpect(content().string(not(containsString(NAME))))
        .andExpect(content().string(not(containsString("包内第"))));
    assertThat(letters.of(People.submissionNumber(7)))
        .anySatisfy(letter -> assertThat(letter.recipients()).isEmpty());
    asks(Role.CLERK, "/sealed").andExpect(status().isForbidden());
    rules("RELEASE", 3).andExpect(status().isConflict());
    rules("SEAL", 3).andExpect(status().isConflict());
  }

  @Test
  void letsTheSecondOfTwoClerksSeeTheConflict() throws Exception {
    inReview();
    rules("RELEASE", 1)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("expectedVersion"));
    assertThat(now().state()).isEqualTo(SubmissionState.IN_REVIEW);
  }

  @Test
  void sealsNothingThatIsFiled() throws Exception {
    delivered(7);
    rules("SEAL", 1).andExpect(status().isConflict());
    posts(Role.AUDITOR, "/submissions/SJ-2020-000007/rulings", "{}")
        .andExpect(status().isForbidden());
  }

  @Test
  void listsWhatLiesSealedForItsHolder() throws Exception {
    Submission received = received();
    asks(Role.ADMIN, "/sealed").andExpect(status().isOk());
    Path original = archive.original(received.first().digest());
    Files.createDirectories(original.resolveSibling(""));
    Files.write(original, new byte[] {1});
    rules("SEAL", 1).andExpect(status().isAccepted());
    asks(Role.ADMIN, "/sealed")
        .andExpect(jsonPath("$.items[0].submission").value("SJ-2020-000007"))
        .andExpect(jsonPath("$.items[0].reason").value("CLASSIFIED_MARKING"))
        .andExpect(jsonPath("$.items[0].channel").value("folder"))
        .andExpect(content().string(not(containsString("材料"))));
    mvc.perform(get("/sealed").with(signedIn(Role.ADMIN)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("载有密级标志")));
    mvc.perform(get("/").with(signedIn(Role.ADMIN)))
        .andExpect(content().string(containsString("已封存")));
    mvc.perform(get("/sealed").with(signedIn(Role.CLERK))).andExpect(status().isForbidden());
    mvc.perform(get("/").with(signedIn(Role.CLERK)))
        .andExpect(content().string(allOf(containsString("已封存"), not(containsString("/sealed")))));
  }

  @Test
  void showsWhoWaitsForAScannerThatIsDownAndLetsAPersonReleaseThem() throws Exception {
    Submission received = received();
    scanner.trouble = Optional.of("connection refused");
    screening.look();
    screening.await(
        new ScreeningDesk.Screening(
            received.number(), false, new Verdict(Verdict.Kind.UNANSWERED, "refused")));
    asks(Role.CLERK, "/submissions")
        .andExpect(jsonPath("$.items[*].unscannedSince", hasItem(containsString("T"))));
    mvc.perform(get("/").with(signedIn(Role.CLERK)))
        .andExpect(content().string(allOf(containsString("查毒服务自"), containsString("有 1 件待查毒"))));
    rules("RELEASE", 1).andExpect(status().isAccepted());
    assertThat(now().isCleared(SealReason.MALWARE_FOUND)).isTrue();
    assertThat(screening.screen(received.number()).passed()).isTrue();
  }
}
