package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import cn.baosong.desk.Accounts.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** 审计 with the proof of the chain (faults.md D16). */
class ChainTest extends OpenOffice {
  private String proven(String language) throws Exception {
    mvc.perform(post("/audit/chain").with(signedIn(Role.AUDITOR)).with(csrf()))
        .andExpect(redirectedUrl("/audit"));
    return mvc.perform(get("/audit").param("lang", language).with(signedIn(Role.AUDITOR)))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsAnAuditorThatTheChainIsWhole() throws Exception {
    assertThat(proven("zh-CN")).contains("链条完整：0 条").contains("最近一次核对").contains("auditor");
    assertThat(events("CHAIN_PROVEN")).isEqualTo(1);
  }

  @Test
  void tellsInBothLanguagesWhereTheChainBreaks() throws Exception {
    delivered(1);
    jdbc.sql("update event set seq = 3, hash = 'x' where kind = 'SUBMISSION_RECEIVED'").update();
    assertThat(proven("zh-CN"))
        .contains("核对到第 0 条，发现 1 处不一致")
        .contains("日志到第 0 条就没有了")
        .contains("class=\"banner bad\"");
    assertThat(proven("en")).contains("The journal ends with act 0; the database has more");
    assertThat(events("CHAIN_PROVEN")).isEqualTo(2);
  }
}
