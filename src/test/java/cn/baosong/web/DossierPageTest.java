package cn.baosong.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.CallVersion;
import cn.baosong.core.decision.Proposal;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.LetterState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Proposals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of dossiers: whom they open to, and what they never show. */
class DossierPageTest extends OpenOffice {
  @Autowired Proposals proposals;
  private Dossier accepted;
  private Dossier elsewhere;

  @BeforeEach
  void someDossiers() {
    delivered(1);
    accepted = filed(1, 1, DossierState.ACCEPTED);
    elsewhere = filed(2, 1, DossierState.IN_REVIEW);
  }

  @Test
  void opensToClerksAndAuditorsAndToTheOfficersOfItsDepartmentAlone() throws Exception {
    opens(Role.CLERK, accepted).andExpect(status().isOk());
    opens(Role.AUDITOR, accepted).andExpect(status().isOk());
    opens(Role.OFFICER, accepted).andExpect(status().isOk());
    opens(Role.OFFICER, elsewhere).andExpect(status().isForbidden());
    opens(Role.MAIL_ROOM, accepted).andExpect(status().isForbidden());
    opens(Role.ADMIN, accepted).andExpect(status().isForbidden());
  }

  @Test
  void goesByRandomIdsAndKnowsNoNumbers() throws Exception {
    looks(Role.CLERK, "/dossiers/" + accepted.number()).andExpect(status().isNotFound());
    looks(Role.CLERK, "/dossiers/nobody").andExpect(status().isNotFound());
  }

  @Test
  void givesNothingOutThatWaitsForTheScanner() throws Exception {
    looks(Role.CLERK, "/submissions/public-1/original").andExpect(status().isNotFound());
    jdbc.sql("update submission set scan_since = current_timestamp").update();
    looks(Role.CLERK, "/submissions/public-1/original").andExpect(status().isConflict());
  }

  @Test
  void listsToAnOfficerTheOwnDepartmentsPeopleOnly() throws Exception {
    looks(Role.OFFICER, "/dossiers")
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(accepted.publicId()),
                        not(containsString(elsewhere.publicId())))));
    looks(Role.CLERK, "/dossiers?q=张三2")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString(elsewhere.publicId()),
                        not(containsString(accepted.publicId())))));
  }

  @Test
  void showsTheTextOfLettersThatMayNameOthersToTheIntakeAlone() throws Exception {
    letters.save(People.refusal("l1", 1, LetterState.SENT), Act.byMachine(Act.Kind.LETTER_WRITTEN));
    opens(Role.CLERK, accepted).andExpect(content().string(containsString("经查，逾期。")));
    opens(Role.OFFICER, accepted)
        .andExpect(
            content().string(allOf(containsString("不予受理通知书"), not(containsString("经查，逾期。")))));
  }

  @Test
  void leadsFromAProposalToTheRulingThatFollowsItAndToTheOneThatKeepsWhatStands() throws Exception {
    proposals.replace(
        People.CALL,
        People.UNIT,
        List.of(
            new Proposal(
                accepted.number(),
                DossierState.RETURNED,
                Optional.empty(),
                List.of(),
                new CallVersion("v2"),
                People.RECEIVED)));
    opens(Role.CLERK, accepted)
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("改判建议"),
                        containsString("?ruling=RETURN#rule"),
                        containsString("?ruling=ACCEPT#rule"))));
    looks(Role.CLERK, "/dossiers/" + accepted.publicId() + "?ruling=RETURN")
        .andExpect(content().string(containsString("value=\"RETURN\" checked")));
  }

  @Test
  void findsNobodyByWildcardsAndTellsHowToGoOn() throws Exception {
    looks(Role.CLERK, "/dossiers?q=%25%25%25")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("没有符合条件的卷宗")));
  }

  private ResultActions opens(Role role, Dossier dossier) throws Exception {
    return looks(role, "/dossiers/" + dossier.publicId());
  }

  private ResultActions looks(Role role, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(role)));
  }

  /** In a browser's session. */
  static RequestPostProcessor signedIn(Role role) {
    Set<String> departments = role == Role.OFFICER ? Set.of("zjc") : Set.of();
    TestingAuthenticationToken session =
        new TestingAuthenticationToken(
            new Viewer(user(role), Set.of(role), departments), "", "ROLE_" + role.name());
    return SecurityMockMvcRequestPostProcessors.authentication(session);
  }
}
