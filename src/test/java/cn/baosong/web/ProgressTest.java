package cn.baosong.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Accounts.Role;
import org.junit.jupiter.api.Test;

/** 办理情况, and the rows that each of its counts leads to. */
class ProgressTest extends OpenOffice {
  @Test
  void tellsTheShareDecidedWithoutAPersonAndWhyTheRestWaits() throws Exception {
    delivered(1);
    filed(1, 1, DossierState.ACCEPTED);
    filed(2, 1, DossierState.REJECTED);
    filed(3, 1, DossierState.IN_REVIEW);

    asks(Role.AUDITOR, "/progress")
        .andExpect(jsonPath("$.overall.percent").value(66))
        .andExpect(jsonPath("$.items[0].call").value("sx-bqw-2020"))
        .andExpect(jsonPath("$.items[0].machine").value(2))
        .andExpect(jsonPath("$.items[0].waiting").value(1))
        .andExpect(jsonPath("$.items[0].states.MACHINE.ACCEPTED").value(1))
        .andExpect(jsonPath("$.items[0].reasons[0].code").value("INELIGIBLE"))
        .andExpect(jsonPath("$.items[0].reasons[0].count").value(1));
    asks(Role.CLERK, "/dossiers?waitsFor=INELIGIBLE&call=sx-bqw-2020")
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].number").value("RX-2020-000003"));
    asks(Role.CLERK, "/dossiers?hand=MACHINE").andExpect(jsonPath("$.items.length()").value(2));
    mvc.perform(get("/progress").with(signedIn(Role.CLERK)).locale(java.util.Locale.CHINA))
        .andExpect(content().string(containsString("66%")))
        .andExpect(
            content().string(containsString("/dossiers?call=sx-bqw-2020&amp;waitsFor=INELIGIBLE")));
    mvc.perform(
            get("/dossiers?call=sx-bqw-2020&waitsFor=INELIGIBLE")
                .with(signedIn(Role.CLERK))
                .locale(java.util.Locale.CHINA))
        .andExpect(content().string(containsString("RX-2020-000003")))
        .andExpect(content().string(not(containsString("RX-2020-000001"))));
    mvc.perform(
            post("/dossiers/rulings?call=sx-bqw-2020&waitsFor=INELIGIBLE&all=true&preview=true")
                .param("ruling", "RETURN")
                .param("reason", "请补正")
                .with(signedIn(Role.CLERK))
                .with(csrf())
                .locale(java.util.Locale.CHINA))
        .andExpect(content().string(containsString(">请补正</textarea>")))
        .andExpect(content().string(containsString("RX-2020-000003")))
        .andExpect(content().string(not(containsString("RX-2020-000001"))));
  }

  @Test
  void saysThatThereIsNothingYetAndKeepsOfficersOut() throws Exception {
    asks(Role.CLERK, "/progress").andExpect(jsonPath("$.overall.percent").isEmpty());
    mvc.perform(get("/progress").with(signedIn(Role.CLERK)).locale(java.util.Locale.CHINA))
        .andExpect(content().string(containsString("还没有卷宗")));
    asks(Role.OFFICER, "/progress").andExpect(status().isForbidden());
  }
}
