package cn.baosong.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.UnitRegister.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A registry of units that somebody has edited wrongly. */
class RegistryFaultsTest extends OpenOffice {
  @Autowired PlayedOffice.ListedUnits units;

  @AfterEach
  void isMended() {
    units.faults = List.of();
  }

  @Test
  void tellsTheAdministratorWhichRowTakesNoEffectAndWhy() throws Exception {
    failures().andExpect(content().string(not(containsString("单位名册的改动未生效"))));
    units.faults = List.of(new Fault(7, "kind", "没有这个单位类别 <b>", "no such kind"));
    failures()
        .andExpect(content().string(containsString("单位名册的改动未生效")))
        .andExpect(content().string(containsString("第 7 行 kind")))
        .andExpect(content().string(containsString("没有这个单位类别 &lt;b&gt;")));
  }

  @Test
  void tellsWhatIsToBeLookedAtThoughItIsInUse() throws Exception {
    failures().andExpect(content().string(containsString("代码校验不符。")));
  }

  private ResultActions failures() throws Exception {
    return mvc.perform(get("/failures").with(signedIn(Role.ADMIN))).andExpect(status().isOk());
  }
}
