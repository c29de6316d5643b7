package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.CallVersion;
import cn.baosong.core.decision.Proposal;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Proposals;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProposalsTest extends OpenOffice {
  @Autowired Proposals proposals;
  @Autowired OfficeSlice.ToldRulings told;

  @BeforeEach
  void oneAccepted() {
    told.told.clear();
    delivered(1);
    filed(1, 1, DossierState.ACCEPTED);
    proposals.replace(
        People.CALL,
        People.UNIT,
        List.of(
            new Proposal(
                People.dossierNumber(1),
                DossierState.RETURNED,
                Optional.empty(),
                List.of(),
                new CallVersion("v2"),
                People.RECEIVED)));
  }

  @Test
  void listsWhatTheMachineWouldNowDecideOtherwise() throws Exception {
    asks(Role.CLERK, "/proposals?call=sx-bqw-2020")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].dossier").value("RX-2020-000001"))
        .andExpect(jsonPath("$.items[0].state").value("ACCEPTED"))
        .andExpect(jsonPath("$.items[0].proposed").value("RETURNED"))
        .andExpect(jsonPath("$.items[0].callVersion").value("v2"))
        .andExpect(jsonPath("$.items[0].version").value(1));
    asks(Role.CLERK, "/proposals?unit=0").andExpect(jsonPath("$.items", hasSize(0)));
    asks(Role.OFFICER, "/proposals").andExpect(status().isForbidden());
  }

  @Test
  void letsAPersonConfirmWhatStandsWithoutASecondLetterOrQueueEntry() throws Exception {
    String accept =
        """
        {"ruling": "ACCEPT", "reason": "不受影响", "expectedVersion": 1}
        """;
    posts(Role.CLERK, "/dossiers/RX-2020-000001/rulings", accept).andExpect(status().isAccepted());

    assertThat(dossiers.find(People.dossierNumber(1)).orElseThrow().ruled()).isTrue();
    assertThat(dossiers.find(People.dossierNumber(1)).orElseThrow().department()).contains("zjc");
    assertThat(queues.find(People.dossierNumber(1)))
        .get()
        .extracting(QueueEntry::state)
        .isEqualTo(QueueEntry.State.QUEUED);
    assertThat(told.told).isEmpty();
    asks(Role.CLERK, "/dossiers/RX-2020-000001/decisions")
        .andExpect(jsonPath("$.items", hasSize(2)))
        .andExpect(jsonPath("$.items[1].decision.ruling.reason").value("不受影响"));
    posts(
            Role.CLERK,
            "/dossiers/RX-2020-000001/rulings",
            accept.replace("\"expectedVersion\": 1", "\"expectedVersion\": 2"))
        .andExpect(status().isConflict());
  }
}
