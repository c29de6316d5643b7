package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Accounts.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RulingTest extends OpenOffice {
  private static final String RULINGS = "/dossiers/RX-2020-000001/rulings";

  @Autowired OfficeSlice.ToldRulings letters;

  @BeforeEach
  void oneInReview() {
    letters.told.clear();
    delivered(1);
    filed(1, 1, DossierState.IN_REVIEW);
  }

  @Test
  void putsAnAcceptedDossierIntoItsQueueAndKeepsWhoAndWhy() throws Exception {
    posts(Role.CLERK, RULINGS, ruling("ACCEPT", "材料属实", "", "zjc", 1))
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.state").value("ACCEPTED"))
        .andExpect(jsonPath("$.by").value("clerk"));
    Dossier ruled = dossier();
    assertThat(ruled.state()).isEqualTo(DossierState.ACCEPTED);
    assertThat(ruled.ruled()).isTrue();
    assertThat(queues.find(ruled.number()))
        .get()
        .extracting(QueueEntry::department, QueueEntry::state)
        .containsExactly("zjc", QueueEntry.State.QUEUED);
    Decision first = dossiers.history(ruled.number()).get(0);
    Decision second = dossiers.history(ruled.number()).get(1);
    assertThat(first.ruling()).isEmpty();
    assertThat(second.ruling()).get().extracting(Ruling::reason).isEqualTo("材料属实");
    assertThat(second.findings()).isEqualTo(first.findings());
    assertThat(letters.told).containsExactly(second);
    assertThat(waiting()).isTrue();
  }

  @Test
  void letsTheSecondOfTwoClerksSeeTheConflict() throws Exception {
    posts(Role.CLERK, RULINGS, ruling("ACCEPT", "属实", "", "zjc", 1))
        .andExpect(status().isAccepted());
    posts(Role.CLERK, RULINGS, ruling("REJECT", "不属实", "第二条", null, 1))
        .andExpect(status().isConflict())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.errors[0].field").value("expectedVersion"))
        .andExpect(jsonPath("$.detail", containsString("重新打开")));
    assertThat(dossier().state()).isEqualTo(DossierState.ACCEPTED);
    assertThat(dossiers.history(dossier().number())).hasSize(2);
    assertThat(letters.told).hasSize(1);
  }

  @Test
  void opensACorrectionTermWhenItReturnsADossier() throws Exception {
    posts(Role.CLERK, RULINGS, ruling("RETURN", "缺登记表", "", null, 1))
        .andExpect(status().isAccepted());
    assertThat(dossier().correction()).isPresent();
    assertThat(dossier().department()).isEmpty();
  }

  @Test
  void takesADossierOutOfItsQueueWhenItIsRejectedOrReferredElsewhere() throws Exception {
    filed(2, 1, DossierState.ACCEPTED);
    posts(Role.CLERK, "/dossiers/RX-2020-000002/rulings", ruling("REFER_TO", "属技能类", "", "znc", 1))
        .andExpect(status().isAccepted());
    DossierNumber number = People.dossierNumber(2);
    assertThat(queues.find(number)).get().extracting(QueueEntry::department).isEqualTo("znc");
    posts(
            Role.CLERK,
            "/dossiers/RX-2020-000002/rulings",
            ruling("REJECT", "查实", "弄虚作假取消资格", null, 2))
        .andExpect(status().isAccepted());
    assertThat(queues.find(number))
        .get()
        .extracting(QueueEntry::state)
        .isEqualTo(QueueEntry.State.REMOVED);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPT, '', '', zjc, 1, 400, reason",
    "REJECT, why, '', , 1, 400, clause",
    "REFER_TO, why, '', , 1, 400, department",
    "ACCEPT, why, '', nowhere, 1, 400, department",
    "ACCEPT, why, '', , 1, 400, department",
    "CANCEL, why, '', , 1, 400, ruling",
    "ACCEPT, why, '', zjc, 7, 409, expectedVersion"
  })
  void namesTheFieldThatIsWrong(
      String kind,
      String reason,
      String clause,
      String department,
      int seen,
      int code,
      String field)
      throws Exception {
    posts(Role.CLERK, RULINGS, ruling(kind, reason, clause, department, seen))
        .andExpect(status().is(code))
        .andExpect(jsonPath("$.errors[0].field").value(field));
    assertThat(dossier().version()).isEqualTo(1);
  }

  @Test
  void tellsEveryFieldThatIsMissingAtOnce() throws Exception {
    posts(Role.CLERK, RULINGS, "{}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[*].field", hasItems("ruling", "reason", "expectedVersion")));
    posts(Role.CLERK, RULINGS, "{\"ruling\": {\"x\": 1}}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("ruling"));
    posts(Role.CLERK, RULINGS, "not json")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", containsString("JSON")));
  }

  @Test
  void rulesNothingThatIsGoneOrNeverWas() throws Exception {
    filed(3, 1, DossierState.SUPERSEDED);
    posts(Role.CLERK, "/dossiers/RX-2020-000003/rulings", ruling("ACCEPT", "a", "", "zjc", 1))
        .andExpect(status().isConflict());
    posts(Role.CLERK, "/dossiers/RX-2020-000099/rulings", ruling("ACCEPT", "a", "", "zjc", 1))
        .andExpect(status().isNotFound());
  }

  private Dossier dossier() {
    return dossiers.find(People.dossierNumber(1)).orElseThrow();
  }

  private boolean waiting() {
    return jdbc.sql("select waiting from unit_call").query(Boolean.class).single();
  }

  private static String ruling(
      String kind,
      String reason,
      String clause,
      @org.jspecify.annotations.Nullable String department,
      int seen) {
    return """
        {"ruling": "%s", "reason": "%s", "clause": "%s", "department": %s, "expectedVersion": %d}
        """
        .formatted(
            kind, reason, clause, department == null ? "null" : '"' + department + '"', seen);
  }
}
