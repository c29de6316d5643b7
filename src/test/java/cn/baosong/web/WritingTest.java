package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Papers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class WritingTest extends OpenOffice {
  private static final String PARCEL =
      """
      {"call": "sx-bqw-2020", "unit": "11999999MB00000015",
       "parcel": {"carrier": "EMS", "item": "1234567890123", "dispatchPostmark": "2020-03-31",
        "postmarkLegible": true, "arrivalPostmark": "2020-04-02",
        "received": "2020-04-02T10:15:00+08:00", "by": "clerk1", "confirmedBy": null},
       "candidates": [{"identity": "999999197506010014", "name": "张三", "copies": {"登记表": 3},
        "fields": {"姓名": "张三", "出生日期": "1970年1月1日"}}]}
      """;

  @Autowired Papers papers;
  @Autowired PlayedOffice.OneRoute routes;
  @Autowired PlayedOffice.ListedUnits units;

  @Test
  void registersAParcelAndHasTheUnitAssessedAgain() throws Exception {
    posts(Role.MAIL_ROOM, "/paper", PARCEL)
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", containsString("/api/v1/paper/YZ-2020-")))
        .andExpect(jsonPath("$.candidates[0].identity").value("999***********0014"))
        .andExpect(content().string(not(containsString(People.IDENTITY))));
    PaperRecord paper = papers.ofUnit(People.CALL, People.UNIT).get(0);
    assertThat(paper.channel()).isEqualTo(Channel.POST);
    assertThat(paper.by()).isEqualTo("clerk1");
    assertThat(paper.candidates().get(0).copies()).containsEntry("登记表", 3);
    assertThat(paper.candidates().get(0).identity()).isEqualTo(People.IDENTITY);
    assertThat(
            jdbc.sql("select actor from event where kind = 'PAPER_REGISTERED'")
                .query(String.class)
                .single())
        .isEqualTo("mail_room");
    assertThat(jdbc.sql("select waiting from unit_call").query(Boolean.class).single()).isTrue();
    asks(Role.AUDITOR, "/paper/" + paper.number()).andExpect(status().isOk());
  }

  @Test
  void letsASecondPersonConfirmAParcelAndNotTheOneWhoRegisteredIt() throws Exception {
    posts(Role.MAIL_ROOM, "/paper", PARCEL).andExpect(status().isCreated());
    PaperRecord paper = papers.ofUnit(People.CALL, People.UNIT).get(0);
    posts(Role.AUDITOR, "/paper/" + paper.number() + "/confirmation", "")
        .andExpect(status().isForbidden());
    posts(Role.CLERK, "/paper/YZ-2020-0404/confirmation", "").andExpect(status().isNotFound());
    posts(Role.CLERK, "/paper/" + paper.number() + "/confirmation", "")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.parcel.confirmedBy").value("clerk"));
    posts(Role.MAIL_ROOM, "/paper/" + paper.number() + "/confirmation", "")
        .andExpect(status().isConflict());
    asks(Role.CLERK, "/paper?awaiting=true").andExpect(jsonPath("$.items.length()").value(0));
    assertThat(events("PAPER_CONFIRMED")).isEqualTo(1);

    posts(Role.MAIL_ROOM, "/paper", PARCEL.replace("\"by\": \"clerk1\"", "\"by\": \"clerk\""))
        .andExpect(status().isCreated());
    posts(
            Role.CLERK,
            "/paper/" + papers.ofUnit(People.CALL, People.UNIT).get(1).number() + "/confirmation",
            "")
        .andExpect(status().isBadRequest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-03-31\"|2020-3-31\"|parcel.dispatchPostmark",
        "10:15:00+08:00|10:15:00|parcel.received",
        "sx-bqw-2020|nm-bqw-1999|call",
        "11999999MB00000015|0|unit",
        "\"登记表\": 3|\"登记表\": -3|candidates[0].copies.登记表",
        "\"name\": \"张三\"|\"name\": \" \"|candidates[0].name",
        "\"confirmedBy\": null|\"confirmedBy\": \"clerk1\"|parcel.confirmedBy",
        "\"arrivalPostmark\": \"2020-04-02\"|\"arrivalPostmark\": \"2020-04-03\"|parcel.arrivalPostmark",
        "\"dispatchPostmark\": \"2020-03-31\"|\"dispatchPostmark\": \"2020-04-03\"|parcel.dispatchPostmark"
      })
  void namesWhatIsWrongWithAParcel(String right, String wrong, String field) throws Exception {
    assertThat(PARCEL).contains(right);
    posts(Role.MAIL_ROOM, "/paper", PARCEL.replace(right, wrong))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value(field));
    assertThat(papers.ofUnit(People.CALL, People.UNIT)).isEmpty();
  }

  @Test
  void tellsAllThatAParcelLacks() throws Exception {
    posts(Role.MAIL_ROOM, "/paper", "{}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[*].field", hasItems("call", "unit", "parcel")));
  }

  @Test
  void bindsAnUnassignedDeliverySoThatItIsOpenedAgainAndKeepsItsTime() throws Exception {
    delivered(1, SubmissionState.UNASSIGNED);
    String body =
        """
        {"call": "sx-bqw-2020", "unit": "11999999MB00000015", "reason": "电话核实"}
        """;
    posts(Role.CLERK, "/submissions/SJ-2020-000001/assignment", body)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.state").value("RECEIVED"));
    Submission bound = submissions.find(People.submissionNumber(1)).orElseThrow();
    assertThat(bound.needsOpening()).isTrue();
    assertThat(bound.unit()).contains(People.UNIT);
    assertThat(bound.effective().received().interval().latest()).isEqualTo(People.RECEIVED);
    posts(Role.CLERK, "/submissions/SJ-2020-000001/assignment", body)
        .andExpect(status().isConflict());
    posts(Role.CLERK, "/submissions/SJ-2020-000001/assignment", body.replace("sx-bqw", "xx-bqw"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("call"))
        .andExpect(jsonPath("$.detail", containsString("sx-bqw-2020")));
  }

  @Test
  void letsOneOfficerTakeADossierOnAndGiveItBackToTheClerks() throws Exception {
    delivered(1);
    filed(1, 1, DossierState.ACCEPTED);
    account("second", java.util.Set.of(Role.OFFICER), java.util.Set.of("zjc"));
    asks(Role.OFFICER, "/departments/zjc/queue")
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].candidate.identity").value("999***********0011"));
    posts(Role.OFFICER, "/departments/zjc/queue/RX-2020-000001/claim", "")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.by").value("officer"));
    posts(Role.OFFICER, "/departments/zjc/RX-2020-000001/claim", "").andExpect(status().isOk());
    mvc.perform(
            org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                    "/api/v1/departments/zjc/queue/RX-2020-000001/claim")
                .with(
                    org.springframework.security.test.web.servlet.request
                        .SecurityMockMvcRequestPostProcessors.httpBasic("second", SECRET)))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("officer")));
    posts(Role.OFFICER, "/departments/zjc/queue/RX-2020-000001/return", "{}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("reason"));
    posts(Role.OFFICER, "/departments/zjc/queue/RX-2020-000001/return", "{\"reason\": \"不属本处\"}")
        .andExpect(status().isOk());
    assertThat(queues.find(People.dossierNumber(1)))
        .get()
        .extracting(QueueEntry::state)
        .isEqualTo(QueueEntry.State.RETURNED);
    assertThat(dossiers.find(People.dossierNumber(1)).orElseThrow().state())
        .isEqualTo(DossierState.IN_REVIEW);
    posts(Role.OFFICER, "/departments/zjc/queue/RX-2020-000009/claim", "")
        .andExpect(status().isNotFound());
  }

  @Test
  void stopsARefusalThatIsAboutToLeaveAndCanReleaseItAgain() throws Exception {
    delivered(1);
    letters.save(
        People.refusal("l1", 1, LetterState.WAITING), Act.byMachine(Act.Kind.LETTER_WRITTEN));
    posts(Role.CLERK, "/notices/l1/stop", "{}").andExpect(status().isBadRequest());
    posts(Role.CLERK, "/notices/l1/stop", "{\"reason\": \"邮戳待核\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("STOPPED"));
    posts(Role.CLERK, "/notices/l1/stop", "{\"reason\": \"again\"}")
        .andExpect(status().isConflict());
    posts(Role.CLERK, "/notices/l1/release", "{}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("WAITING"));
    assertThat(letters.find("l1").orElseThrow().hold()).isZero();
    assertThat(events("LETTER_STOPPED")).isOne();
    posts(Role.CLERK, "/notices/none/stop", "{\"reason\": \"x\"}").andExpect(status().isNotFound());
  }

  @Test
  void replacesTheRegistryAsCsvOrJson() throws Exception {
    mvc.perform(
            put("/api/v1/units")
                .contentType("text/csv")
                .content("code,name\n1,甲\n")
                .with(as(Role.ADMIN)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.warnings[0].field").value("line 2 code"));
    mvc.perform(put("/api/v1/units").contentType("text/csv").content("x").with(as(Role.ADMIN)))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("line 1"));
    List<cn.baosong.core.call.Unit> before = units.units;
    try {
      puts(
              Role.CLERK,
              "/units",
              """
              {"items": [{"code": "1", "name": "甲局", "kind": "CITY_HR", "email": ["a@b.cn;c@d.cn"]}]}
              """)
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.units").value(1));
      assertThat(units.units.get(0).emails()).containsExactly("a@b.cn", "c@d.cn");
      puts(Role.CLERK, "/units", "[{\"code\": \"2\", \"name\": \"乙局\"}]")
          .andExpect(status().isOk());
      puts(Role.CLERK, "/units", "[{\"code\": \"2\"}]")
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.errors[0].field").value("items[0].name"));
    } finally {
      units.units = before;
    }
  }

  @Test
  void turnsRoutesByNameAndRefusesOthers() throws Exception {
    posts(Role.ADMIN, "/routes/pickup-folder/suspend", "").andExpect(status().isOk());
    assertThat(routes.done).contains("admin SUSPEND pickup-folder");
    posts(Role.ADMIN, "/routes/nope/stop", "").andExpect(status().isNotFound());
    posts(Role.ADMIN, "/routes/pickup-folder/explode", "").andExpect(status().isNotFound());
    posts(Role.ADMIN, "/failures/nope/retry", "").andExpect(status().isNotFound());
  }
}
