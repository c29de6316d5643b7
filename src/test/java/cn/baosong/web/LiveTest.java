package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.web.page.live.LiveStreams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

class LiveTest extends OpenOffice {
  @Autowired LiveStreams streams;
  @Autowired PlayedOffice.WallClock wall;

  @AfterEach
  void anew() {
    streams.stop();
    streams.start();
  }

  private MvcResult listens(String since) throws Exception {
    return mvc.perform(get("/live").header("Last-Event-ID", since).with(signedIn(Role.CLERK)))
        .andExpect(request().asyncStarted())
        .andReturn();
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
    mvc.perform(get("/live").with(signedIn(Role.CLERK))).andExpect(status().isServiceUnavailable());
    mvc.perform(get("/live").with(signedIn(Role.AUDITOR))).andExpect(request().asyncStarted());
    streams.stop();
    mvc.perform(get("/live").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(status().isServiceUnavailable());
  }

  @Test
  void refusesWhoeverHasNoInboxAndSendsNobodyToALogInPageInAStream() throws Exception {
    mvc.perform(get("/live").with(signedIn(Role.ADMIN))).andExpect(status().isForbidden());
    mvc.perform(get("/live")).andExpect(status().isUnauthorized());
  }
}
