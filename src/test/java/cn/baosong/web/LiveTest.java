package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.web.page.live.LiveStreams;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class LiveTest extends OpenOffice {
  @Autowired LiveStreams streams;
  @Autowired PlayedOffice.WallClock wall;

  @AfterEach
  void anew() {
    streams.stop();
    streams.start();
  }

  private MvcResult listens(String since) throws Exception {
    return mvc.perform(open(Role.CLERK).header("Last-Event-ID", since))
        .andExpect(request().asyncStarted())
        .andReturn();
  }

  /** As from a page: its session is kept before the stream begins. */
  private MockHttpServletRequestBuilder open(Role role) throws Exception {
    Cookie session =
        mvc.perform(get("/account").with(signedIn(role)))
            .andReturn()
            .getResponse()
            .getCookie("SESSION");
    return get("/live").with(signedIn(role)).cookie(session);
  }

  @Test
  void tellsAnOpenPageThatSomethingHasChanged() throws Exception {
    MvcResult page = listens("0");
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> page.getResponse().getContentAsString().contains("event:change"));
    streams.stop();
    mvc.perform(asyncDispatch(page))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "text/event-stream"))
        .andExpect(header().string("X-Accel-Buffering", "no"))
        .andExpect(header().string("Cache-Control", "no-store"));
    assertThat(page.getResponse().getContentAsString())
        .startsWith("event:open\n")
        .contains("retry:2000")
        .containsPattern("id:\\d+\nevent:change\ndata:\\d\\d:\\d\\d:\\d\\d\n\n");
  }

  @Test
  void givesNobodyMoreStreamsThanEightAndNoneWhenTheOfficeCloses() throws Exception {
    for (int i = 0; i < 8; i++) {
      listens("0");
    }
    mvc.perform(open(Role.CLERK)).andExpect(status().isServiceUnavailable());
    mvc.perform(open(Role.AUDITOR)).andExpect(request().asyncStarted());
    streams.stop();
    mvc.perform(open(Role.MAIL_ROOM)).andExpect(status().isServiceUnavailable());
  }

  @Test
  void refusesWhoeverHasNoInboxAndSendsNobodyToALogInPageInAStream() throws Exception {
    mvc.perform(get("/live").with(signedIn(Role.ADMIN))).andExpect(status().isForbidden());
    mvc.perform(get("/live")).andExpect(status().isUnauthorized());
  }
}
