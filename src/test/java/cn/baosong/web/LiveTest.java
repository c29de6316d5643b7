package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.web.page.live.LiveStreams;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class LiveTest extends OpenOffice {
  @Autowired LiveStreams streams;
  @Autowired PlayedOffice.Restless changes;
  @Autowired PlayedOffice.WallClock wall;

  @AfterEach
  void anew() {
    changes.still = false;
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
        .andExpect(header().string("Cache-Control", containsString("no-store")));
    assertThat(page.getResponse().getContentAsString())
        .startsWith("event:open\n")
        .contains("retry:2000")
        .containsPattern("id:\\d+\nevent:change\ndata:\\d\\d:\\d\\d:\\d\\d\n\n");
  }

  /** While the once-a-second look has nothing to say. */
  @Test
  void tellsOfAnActAtOnceAndOfThoseThatFollowTogether() throws Exception {
    changes.still = true;
    MvcResult page = listens(Long.toString(changes.latest()));
    changes.happens();
    changes.happens();
    changes.happens();
    String last = "id:" + changes.latest() + "\nevent:change";
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> page.getResponse().getContentAsString().contains(last));
    assertThat(page.getResponse().getContentAsString().split("event:change", -1))
        .as("three acts, one or two words")
        .hasSizeBetween(2, 3);
  }

  /** The list, its counts and its warnings: found once for all who look at the same. */
  @ParameterizedTest
  @ValueSource(strings = {"/list", "/list?state=PROCESSED"})
  void asksTheRecordOncePerChangeHoweverManyPagesAreOpen(String list) throws Exception {
    delivered(1);
    changes.still = true;
    jdbc.sql("set query_statistics true").update();
    long one = asked(list, 1);
    long fifty = asked(list, 50);
    assertThat(one).isPositive();
    assertThat(fifty).isEqualTo(one);
  }

  /** Queries that so many open pages make of the record after one act. */
  private long asked(String list, int pages) throws Exception {
    changes.happens();
    long before = queries();
    for (int i = 0; i < pages; i++) {
      mvc.perform(get(list).with(signedIn(Role.CLERK))).andExpect(status().isOk());
    }
    return queries() - before;
  }

  private long queries() {
    return jdbc.sql(
            "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                + " where lower(sql_statement) like '%from submission%'"
                + " or lower(sql_statement) like '%from dossier%'"
                + " or lower(sql_statement) like '%from letter%'"
                + " or lower(sql_statement) like '%state_count%'")
        .query(Long.class)
        .single();
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
    account("officer", Set.of(Role.OFFICER), Set.of());
    mvc.perform(get("/live").with(signedIn(Role.OFFICER))).andExpect(status().isForbidden());
    mvc.perform(get("/live")).andExpect(status().isUnauthorized());
  }
}
