package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Archive;
import cn.baosong.web.page.dossier.BulkRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people decide on the pages of dossiers, and what they take away from there. */
class RulingPageTest extends OpenOffice {
  @Autowired OfficeSlice.ToldRulings told;
  @Autowired Archive archive;
  private Dossier doubtful;

  @BeforeEach
  void oneInReview() {
    told.told.clear();
    delivered(1);
    doubtful = filed(1, 1, DossierState.IN_REVIEW);
  }

  @Test
  void entersADecisionOnceAndLeadsBackToTheDossier() throws Exception {
    clerkPosts(ruling(doubtful, "ACCEPT", "材料属实", 1).param("department", "zjc"))
        .andExpect(status().is3xxRedirection())
        .andExpect(redirectedUrl(rulings(doubtful).replace("/rulings", "")));
    assertThat(now(doubtful).state()).isEqualTo(DossierState.ACCEPTED);
    assertThat(told.told).hasSize(1);
  }

  @Test
  void entersNothingForAPreview() throws Exception {
    long before = allEvents();
    clerkPosts(
            ruling(doubtful, "ACCEPT", "材料属实", 1)
                .param("department", "zjc")
                .param("preview", "true"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("未保存、未编号、未发出")))
        .andExpect(content().string(containsString("材料属实")));
    assertThat(now(doubtful)).isEqualTo(doubtful);
    assertThat(allEvents()).isEqualTo(before);
    assertThat(told.told).isEmpty();
  }

  @Test
  void tellsAtTheFieldWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
    clerkPosts(ruling(doubtful, "REJECT", "年龄超过界限", 1))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"clause-wrong\"")))
        .andExpect(content().string(containsString("年龄超过界限")));
    clerkPosts(ruling(doubtful, "", "", 1))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("请选择一项决定")))
        .andExpect(content().string(containsString("id=\"reason-wrong\"")));
    assertThat(now(doubtful)).isEqualTo(doubtful);
  }

  @Test
  void showsTheSecondOfTwoClerksWhatTheFirstDecidedAndLosesNothing() throws Exception {
    clerkPosts(ruling(doubtful, "ACCEPT", "第一人的理由", 1).param("department", "zjc"));
    clerkPosts(ruling(doubtful, "REJECT", "第二人的理由", 1).param("clause", "年龄在50岁以下"))
        .andExpect(status().isConflict())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("决定没有记入"),
                        containsString("第一人的理由"),
                        containsString("第二人的理由"),
                        containsString("name=\"expectedVersion\" value=\"2\""))));
    assertThat(now(doubtful).state()).isEqualTo(DossierState.ACCEPTED);
  }

  @Test
  void takesNoDecisionFromOthersNorWithoutTheFormsToken() throws Exception {
    for (Role role : List.of(Role.AUDITOR, Role.OFFICER, Role.MAIL_ROOM, Role.ADMIN)) {
      mvc.perform(
              post(rulings(doubtful))
                  .param("ruling", "ACCEPT")
                  .with(DossierPageTest.signedIn(role))
                  .with(csrf()))
          .andExpect(status().isForbidden());
    }
    mvc.perform(post(rulings(doubtful)).with(DossierPageTest.signedIn(Role.CLERK)))
        .andExpect(status().isForbidden());
  }

  @Test
  void showsAnIdentityNumberOnlyWithAReasonAndKeepsWhoLooked() throws Exception {
    String page = "/dossiers/" + doubtful.publicId();
    mvc.perform(get(page).with(DossierPageTest.signedIn(Role.CLERK)))
        .andExpect(content().string(not(containsString(People.IDENTITY))));
    clerkPosts(post(page + "/identity").param("reason", " ")).andExpect(flash().attributeCount(1));
    assertThat(events("IDENTITY_SHOWN")).isZero();
    clerkPosts(post(page + "/identity").param("reason", "核对身份证"))
        .andExpect(flash().attribute("shown", doubtful.candidate().key()));
    assertThat(events("IDENTITY_SHOWN")).isEqualTo(1);
  }

  @Test
  void givesTheOriginalByteForByteToSaveAndNotesWhoTookIt() throws Exception {
    byte[] bytes = "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8);
    Digest digest = archive.keep(new ByteArrayInputStream(bytes)).digest();
    received(2, digest, SubmissionState.PROCESSED);
    MockHttpServletResponse got =
        original(2, Role.CLERK)
            .andExpect(status().isOk())
            .andExpect(header().string("Content-Disposition", containsString("attachment")))
            .andExpect(header().string("X-Content-Type-Options", "nosniff"))
            .andExpect(content().contentType("application/octet-stream"))
            .andReturn()
            .getResponse();
    assertThat(got.getContentAsByteArray()).isEqualTo(bytes);
    assertThat(events("MATERIAL_READ")).isEqualTo(1);
    original(2, Role.OFFICER).andExpect(status().isForbidden());
    original(1, Role.CLERK).andExpect(status().isNotFound());
  }

  @Test
  void neverGivesWhatIsQuarantined() throws Exception {
    Digest digest = archive.keep(new ByteArrayInputStream(new byte[] {1})).digest();
    received(2, digest, SubmissionState.QUARANTINED);
    original(2, Role.CLERK).andExpect(status().isNotFound());
    assertThat(events("MATERIAL_READ")).isZero();
  }

  @Test
  void rulesOnManyWithAResultForEachAndOneConflictHoldsUpNoOther() throws Exception {
    Dossier second = filed(2, 1, DossierState.IN_REVIEW);
    Dossier third = filed(3, 1, DossierState.IN_REVIEW);
    clerkPosts(ruling(second, "RETURN", "先由他人退回", 1));
    List<?> results =
        (List<?>)
            clerkPosts(
                    post("/dossiers/rulings")
                        .param("ruling", "ACCEPT")
                        .param("reason", "成批核对无误")
                        .param("to", "zjc")
                        .param("chosen", at(doubtful), at(second), at(third), "nonsense"))
                .andExpect(redirectedUrl("/dossiers/rulings"))
                .andReturn()
                .getFlashMap()
                .get("results");
    assertThat(results)
        .extracting(row -> ((BulkRow) row).after().isPresent())
        .containsExactly(true, false, true);
    assertThat(now(doubtful).state()).isEqualTo(DossierState.ACCEPTED);
    assertThat(now(second).state()).isEqualTo(DossierState.RETURNED);
    assertThat(now(third).state()).isEqualTo(DossierState.ACCEPTED);
  }

  @Test
  void asksBeforeItRulesOnAllThatMatch() throws Exception {
    Dossier other = filed(2, 1, DossierState.RETURNED);
    clerkPosts(
            post("/dossiers/rulings")
                .param("ruling", "ACCEPT")
                .param("reason", "成批核对无误")
                .param("to", "zjc")
                .param("state", "IN_REVIEW")
                .param("all", "true"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(at(doubtful))))
        .andExpect(content().string(not(containsString(at(other)))));
    assertThat(now(doubtful)).isEqualTo(doubtful);
  }

  private void received(int serial, Digest digest, SubmissionState state) {
    Submission played = People.submission(serial, state, "材料.zip");
    Receipt first = played.first();
    submissions.save(
        Submission.of(
            played.number(),
            played.publicId(),
            new Receipt(
                first.id(),
                first.channel(),
                first.nativeId(),
                first.name(),
                digest,
                1,
                first.folderUnit(),
                first.sent(),
                first.received(),
                first.registered())),
        Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    submissions.save(
        submissions.find(played.number()).orElseThrow().in(state),
        Act.byMachine(Act.Kind.SUBMISSION_PROCESSED));
  }

  private ResultActions original(int serial, Role role) throws Exception {
    return mvc.perform(
        get("/submissions/public-" + serial + "/original").with(DossierPageTest.signedIn(role)));
  }

  private ResultActions clerkPosts(MockHttpServletRequestBuilder form) throws Exception {
    return mvc.perform(form.with(DossierPageTest.signedIn(Role.CLERK)).with(csrf()));
  }

  private MockHttpServletRequestBuilder ruling(Dossier on, String kind, String reason, int seen) {
    return post(rulings(on))
        .param("ruling", kind)
        .param("reason", reason)
        .param("expectedVersion", Integer.toString(seen));
  }

  private static String rulings(Dossier dossier) {
    return "/dossiers/" + dossier.publicId() + "/rulings";
  }

  private static String at(Dossier dossier) {
    return dossier.publicId() + "@" + dossier.version();
  }

  private Dossier now(Dossier dossier) {
    return dossiers.find(dossier.number()).orElseThrow();
  }

  private long allEvents() {
    return jdbc.sql("select count(*) from event").query(Long.class).single();
  }
}
