package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.Choice;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.SettlementDesk;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SettlingTest extends OpenOffice {
  private static final String SETTLES =
      """
      {"ambiguity": "A", "reading": "RECEIPT", "reason": "处务会议定", "expectedVersion": "%s"}
      """;

  @Autowired PlayedOffice.ListedCalls calls;
  @Autowired SettlementDesk desk;

  @AfterEach
  void forget() {
    calls.kept.clear();
  }

  @Test
  void showsWhatANoticeLeavesOpen() throws Exception {
    asks(Role.OFFICER, "/calls/sx-bqw-2020")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.ambiguities[0].id").value("A"))
        .andExpect(jsonPath("$.ambiguities[0].readings[0]").value("POSTMARK"))
        .andExpect(jsonPath("$.ambiguities[0].proposed").value("RECEIPT"))
        .andExpect(jsonPath("$.ambiguities[0].settled").value(nullValue()));
    asks(Role.OFFICER, "/calls/xx-2020").andExpect(status().isNotFound());
    asks(Role.OFFICER, "/calls/NO CALL").andExpect(status().isNotFound());
  }

  @Test
  void settlesItWithWhoWhenAndWhyAndHasAllUnitsAssessedAgain() throws Exception {
    jdbc.sql(
            "insert into unit_call (call_id, unit_code, waiting, requested)"
                + " values ('sx-bqw-2020', '1', false, 1)")
        .update();
    posts(Role.CLERK, "/calls/sx-bqw-2020/settlements", SETTLES.formatted(version()))
        .andExpect(status().isAccepted());
    assertThat(calls.kept)
        .containsExactly(
            new Choice("A", Optional.of("RECEIPT"), "clerk", LocalDate.of(2020, 3, 30), "处务会议定"));
    assertThat(jdbc.sql("select waiting from unit_call").query(Boolean.class).single()).isTrue();
    assertThat(
            jdbc.sql("select subject || ' ' || actor || ' ' || reason from event")
                .query(String.class)
                .list())
        .contains("sx-bqw-2020/A clerk RECEIPT 2020-03-30 处务会议定");
  }

  @Test
  void opensTheQuestionAgainWhenTheReadingIsNull() throws Exception {
    posts(Role.ADMIN, "/calls/sx-bqw-2020/settlements", SETTLES.formatted(version()))
        .andExpect(status().isAccepted());
    String again = SETTLES.formatted(version()).replace("\"RECEIPT\"", "null");
    posts(Role.ADMIN, "/calls/sx-bqw-2020/settlements", again).andExpect(status().isAccepted());
    assertThat(calls.kept).singleElement().extracting(Choice::reading).isEqualTo(Optional.empty());
    assertThat(events("AMBIGUITY_SETTLED")).isOne();
    assertThat(events("AMBIGUITY_REOPENED")).isOne();
  }

  @Test
  void entersIntoTheJournalAtTheStartWhatStandsAndIsNotThere() {
    calls.kept.add(
        new Choice("A", Optional.of("POSTMARK"), "处长", LocalDate.of(2020, 3, 9), "手工写入"));
    desk.catchUp();
    desk.catchUp();
    assertThat(events("AMBIGUITY_SETTLED")).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"A\"|\"A99\"|ambiguity|登记的有",
        "\"RECEIPT\"|\"SOMETIMES\"|reading|POSTMARK, RECEIPT",
        "\"reading\"|\"lesart\"|reading|reading",
        "处务会议定|'  '|reason|reason"
      })
  void namesWhatIsWrong(String right, String wrong, String field, String remedy) throws Exception {
    String body = SETTLES.formatted(version()).replace(right, wrong);
    posts(Role.CLERK, "/calls/sx-bqw-2020/settlements", body)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value(field))
        .andExpect(jsonPath("$.errors[0].zh", containsString(remedy)));
    assertThat(calls.kept).isEmpty();
  }

  @Test
  void refusesWhoHasNotSeenTheLatestVersionOrMayNot() throws Exception {
    posts(Role.CLERK, "/calls/sx-bqw-2020/settlements", SETTLES.formatted("0000"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("expectedVersion"));
    posts(Role.OFFICER, "/calls/sx-bqw-2020/settlements", SETTLES.formatted(version()))
        .andExpect(status().isForbidden());
    assertThat(calls.kept).isEmpty();
    assertThat(events("AMBIGUITY_SETTLED")).isZero();
  }

  private String version() {
    return calls.live().get(0).version().value();
  }
}
