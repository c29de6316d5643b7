package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Arrival;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.ResultActions;

class UploadTest extends OpenOffice {
  @Autowired PlayedOffice.RecordingCounter counter;
  @Autowired PlayedOffice.FullDisk intake;

  @BeforeEach
  void clear() {
    counter.arrivals.clear();
    counter.bytes.clear();
  }

  @Test
  void handsTheBytesOverWithTheIntervalOfTheUploadAndGivesANumber() throws Exception {
    upload("..\\..\\材料.zip", "bytes")
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.number").value("SJ-2020-000901"))
        .andExpect(header().string("Location", "/api/v1/submissions/SJ-2020-000901"));
    Arrival arrival = counter.arrivals.get(0);
    Interval upload = arrival.received().interval();
    assertThat(arrival.channel()).isEqualTo(Channel.API);
    assertThat(arrival.name()).isEqualTo("材料.zip");
    assertThat(arrival.received().trust()).isEqualTo(TrustClass.A);
    assertThat(upload.earliest()).isBefore(upload.latest());
    assertThat(counter.bytes.get(0)).asString(StandardCharsets.UTF_8).isEqualTo("bytes");
  }

  @Test
  void takesNothingFromTheHeadersOfARequest() throws Exception {
    mvc.perform(
            multipart("/api/v1/submissions")
                .file(new MockMultipartFile("package", "a.zip", "x/y", new byte[] {1}))
                .header("CamelFileName", "/etc/passwd")
                .header("cAmElHttpUri", "http://elsewhere")
                .header("Date", "Mon, 30 Mar 2019 00:00:00 GMT")
                .with(as(Role.MAIL_ROOM)))
        .andExpect(status().isAccepted());
    assertThat(counter.arrivals.get(0).toString())
        .doesNotContain("passwd")
        .doesNotContain("elsewhere")
        .doesNotContain("2019");
  }

  @Test
  void refusesAnythingButOneFileThatIsNotEmpty() throws Exception {
    upload("empty.zip", "")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("package"));
    mvc.perform(
            multipart("/api/v1/submissions")
                .file(new MockMultipartFile("file", "a.zip", "x/y", new byte[] {1}))
                .with(as(Role.CLERK)))
        .andExpect(status().isBadRequest());
    posts(Role.CLERK, "/submissions", "{}").andExpect(status().isUnsupportedMediaType());
    assertThat(counter.arrivals).isEmpty();
  }

  @Test
  void saysThatNothingWasRegisteredWhenTheDiskIsFull() throws Exception {
    counter.diskFull = true;
    try {
      upload("a.zip", "bytes")
          .andExpect(status().isServiceUnavailable())
          .andExpect(content().contentType("application/problem+json"))
          .andExpect(jsonPath("$.detail", containsString("未作任何登记")));
    } finally {
      counter.diskFull = false;
    }
  }

  @Test
  void takesNothingInWhileTheDiskHasNoRoomAndSaysSoOnTheFirstPage() throws Exception {
    intake.reason = Optional.of("磁盘空间不足");
    try {
      upload("a.zip", "bytes")
          .andExpect(status().isServiceUnavailable())
          .andExpect(jsonPath("$.type").value("urn:baosong:problem:intake-closed"))
          .andExpect(jsonPath("$.detail", containsString("磁盘空间不足")));
      mvc.perform(get("/").with(authentication(clerk())))
          .andExpect(content().string(containsString("磁盘空间不足")));
      assertThat(counter.arrivals).isEmpty();
    } finally {
      intake.reason = Optional.empty();
    }
  }

  @Test
  void namesToTheClerkWhatAFolderHoldsAndNobodyRegistered() throws Exception {
    mvc.perform(get("/").with(authentication(clerk())))
        .andExpect(content().string(containsString("未登记.zip")))
        .andExpect(content().string(containsString("仍在变化")));
  }

  private static Authentication clerk() {
    Viewer viewer = new Viewer("clerk", Set.of(Role.CLERK), Set.of());
    return UsernamePasswordAuthenticationToken.authenticated(
        viewer, "", AuthorityUtils.createAuthorityList("ROLE_CLERK"));
  }

  private ResultActions upload(String name, String bytes) throws Exception {
    return mvc.perform(
        multipart("/api/v1/submissions")
            .file(
                new MockMultipartFile(
                    "package", name, "application/zip", bytes.getBytes(StandardCharsets.UTF_8)))
            .with(as(Role.CLERK)));
  }
}
