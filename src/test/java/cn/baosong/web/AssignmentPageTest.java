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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class AssignmentPageTest extends OpenOffice {
  private ResultActions opens(String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(Role.CLERK)));
  }

  private ResultActions sends(MockHttpServletRequestBuilder form) throws Exception {
    return mvc.perform(form.with(signedIn(Role.CLERK)).with(csrf()));
  }

  private Submission now(int serial) {
    return submissions.find(People.submissionNumber(serial)).orElseThrow();
  }

  private void waits(int serial, String name) {
    submissions.save(
        People.submission(serial, SubmissionState.UNASSIGNED, name),
        Act.byMachine(Act.Kind.SUBMISSION_HELD));
  }

  @Test
  void proposesUnitsAndCallsAndSaysWhy() throws Exception {
    delivered(1);
    waits(2, "示例市人社局报送sx-bqw-2020材料.zip");
    opens("/submissions/public-2")
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("示例市人力资源和社会保障局"),
                        containsString("文件名中有这个名称"),
                        containsString("name=\"reason\""),
                        containsString("等收件人员认定"))));
    waits(3, "材料1.zip");
    opens("/submissions/public-3").andExpect(content().string(containsString("同名文件以前归于此")));
  }

  @Test
  void bindsManyAndTellsOfEachWhatBecameOfIt() throws Exception {
    waits(1, "a.zip");
    waits(2, "b.zip");
    delivered(3);
    sends(
            post("/assignments")
                .param("s", "public-1", "public-2", "public-3", "nobody")
                .param("call", "sx-bqw-2020")
                .param("other", People.UNIT.value())
                .param("reason", "与寄件人电话核实"))
        .andExpect(redirectedUrl("/assignments/done"))
        .andExpect(
            result -> {
              Object results = result.getFlashMap().get("results");
              assertThat((List<?>) results).hasSize(3);
              assertThat(String.valueOf(results)).contains("只有待认领");
            });
    assertThat(now(1).unit()).contains(People.UNIT);
    assertThat(now(2).state()).isEqualTo(SubmissionState.RECEIVED);
    assertThat(events("SUBMISSION_ASSIGNED")).isEqualTo(2);
  }

  @Test
  void bindsNothingWithoutCallUnitAndReasonAndKeepsWhatWasTyped() throws Exception {
    waits(1, "a.zip");
    sends(post("/assignments").param("s", "public-1").param("other", "没有这个单位").param("reason", " "))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("请选择所报的通知"),
                        containsString("名册中没有这个单位"),
                        containsString("请写明认定的依据"),
                        containsString("value=\"没有这个单位\""))));
    assertThat(now(1).state()).isEqualTo(SubmissionState.UNASSIGNED);
  }

  @Test
  void letsAClerkReleaseOrSealAtThePageAndShowsTheSecondTheConflict() throws Exception {
    Submission first =
        Submission.of(
            People.submissionNumber(7),
            "public-7",
            People.submission(7, SubmissionState.RECEIVED, "材料7.zip").first());
    submissions.save(first, Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    submissions.save(
        first.held(List.of(new Defect("CLASSIFIED_MARKING", "包内第 2 个文件", "可能载有标志。", false))),
        Act.byMachine(Act.Kind.SUBMISSION_HELD));
    opens("/submissions/public-7")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("疑似涉密"), containsString("放行开包"), containsString("可能载有标志"))));
    sends(clears("RELEASE", "1", "当面核对")).andExpect(flash().attribute("reason", "当面核对"));
    sends(clears("RELEASE", "2", " ")).andExpect(flash().attribute("refused", "请写明依据。"));
    assertThat(now(7).state()).isEqualTo(SubmissionState.IN_REVIEW);
    sends(clears("RELEASE", "2", "当面核对")).andExpect(flash().attribute("cleared", "RELEASE"));
    assertThat(now(7).isCleared(SealReason.CLASSIFIED_MARKING)).isTrue();
  }

  private static MockHttpServletRequestBuilder clears(String ruling, String version, String why) {
    return post("/submissions/public-7/clearance")
        .param("ruling", ruling)
        .param("expectedVersion", version)
        .param("reason", why);
  }

  @Test
  void isForClerksOnly() throws Exception {
    waits(1, "a.zip");
    mvc.perform(get("/submissions/public-1").with(signedIn(Role.AUDITOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("name=\"reason\""))));
    for (Role role : List.of(Role.AUDITOR, Role.MAIL_ROOM, Role.ADMIN)) {
      mvc.perform(post("/assignments").with(signedIn(role)).with(csrf()))
          .andExpect(status().isForbidden());
      mvc.perform(clears("SEAL", "1", "x").with(signedIn(role)).with(csrf()))
          .andExpect(status().isForbidden());
    }
    mvc.perform(post("/assignments").with(signedIn(Role.CLERK))).andExpect(status().isForbidden());
  }
}
