package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ReadingTest extends OpenOffice {
  @Autowired PlayedOffice.ListedCalls calls;

  @Test
  void showsASubmissionWithItsEvidenceInTheOfficesZone() throws Exception {
    delivered(1);
    filed(1, 1, DossierState.IN_REVIEW);
    asks(Role.CLERK, "/submissions")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.next").value(nullValue()))
        .andExpect(jsonPath("$.items[0].number").value("SJ-2020-000001"))
        .andExpect(jsonPath("$.items[0].channel").value("folder"))
        .andExpect(jsonPath("$.items[0].unit").value(People.UNIT.value()))
        .andExpect(jsonPath("$.items[0].call").value("sx-bqw-2020"))
        .andExpect(jsonPath("$.items[0].sha256").value(String.format("%064x", 1)))
        .andExpect(jsonPath("$.items[0].bytes").value(1234))
        .andExpect(jsonPath("$.items[0].state").value("PROCESSED"))
        .andExpect(
            jsonPath("$.items[0].evidence.received.latest").value("2020-03-30T10:00:00+08:00"))
        .andExpect(jsonPath("$.items[0].evidence.received.class").value("A"))
        .andExpect(jsonPath("$.items[0].evidence.sent.source").value("ctime"))
        .andExpect(jsonPath("$.items[0].dossiers[0].state").value("IN_REVIEW"));
  }

  @Test
  void tellsOfOneSubmissionItsFindingsLettersAndHistory() throws Exception {
    delivered(1, SubmissionState.UNASSIGNED);
    letters.save(
        People.refusal("l1", 1, LetterState.WAITING), Act.byMachine(Act.Kind.LETTER_WRITTEN));
    asks(Role.AUDITOR, "/submissions/SJ-2020-000001")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.unit").value(nullValue()))
        .andExpect(jsonPath("$.findings[0].code").value("UNIT_UNKNOWN"))
        .andExpect(jsonPath("$.findings[0].outcome").value("REFER"))
        .andExpect(jsonPath("$.findings[0].sentence", containsString("${7*7}")))
        .andExpect(jsonPath("$.notices[0].state").value("WAITING"))
        .andExpect(jsonPath("$.timeline[0].kind").value("SUBMISSION_RECEIVED"));
  }

  @Test
  void showsNoWholeIdentityNumberAnywhereInADossier() throws Exception {
    delivered(1);
    filed(4, 1, DossierState.IN_REVIEW);
    asks(Role.CLERK, "/dossiers/RX-2020-000004")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.candidate.name").value("张三4"))
        .andExpect(jsonPath("$.candidate.identity").value("999***********0014"))
        .andExpect(jsonPath("$.findings[0].clause").value("年龄在50岁以下"))
        .andExpect(jsonPath("$.findings[0].observed").value("999***********0014"))
        .andExpect(jsonPath("$.decision.by").value("system"))
        .andExpect(jsonPath("$.callVersion").value("v1"))
        .andExpect(jsonPath("$.version").value(1))
        .andExpect(jsonPath("$.supersedes").value(nullValue()))
        .andExpect(jsonPath("$.evidence.received.class").value("A"))
        .andExpect(jsonPath("$.timeline", not(hasSize(0))))
        .andExpect(content().string(not(containsString(People.IDENTITY))));
  }

  @Test
  void goesThroughAListPageByPageWithoutMissingOrRepeatingAnything() throws Exception {
    for (int serial = 1; serial <= 7; serial++) {
      delivered(serial);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      String body =
          asks(Role.CLERK, "/submissions?limit=3" + cursor)
              .andReturn()
              .getResponse()
              .getContentAsString();
      seen.addAll(JsonPath.<List<String>>read(body, "$.items[*].number"));
      String next = JsonPath.read(body, "$.next");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    assertThat(seen)
        .hasSize(7)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cursor=abc",
        "cursor=%27%20or%201=1",
        "cursor=ZG9zc2llcnN8MjAyMC0wMS0wMVQwMDowMDowMFp8UlgtMjAyMC0wMDAwMDE",
        "cursor=AAAA&cursor=BBBB",
        "limit=0",
        "limit=-1",
        "limit=x",
        "state=NO_SUCH",
        "channel=pigeon",
        "unknown=1",
        "call=..%2F..%2Fetc"
      })
  void refusesAQueryThatItDoesNotUnderstand(String query) throws Exception {
    mvc.perform(get(java.net.URI.create("/api/v1/submissions?" + query)).with(as(Role.CLERK)))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.status").value(400))
        .andExpect(jsonPath("$.errors[0].field").value(query.replaceAll("=.*", "")))
        .andExpect(jsonPath("$.errors[0].zh", not(is(""))))
        .andExpect(jsonPath("$.errors[0].en", not(is(""))));
  }

  @Test
  void narrowsAListByItsFields() throws Exception {
    delivered(1);
    delivered(2, SubmissionState.UNASSIGNED);
    asks(Role.CLERK, "/submissions?state=UNASSIGNED")
        .andExpect(jsonPath("$.items[*].number").value("SJ-2020-000002"));
    asks(Role.CLERK, "/submissions?channel=folder&unit=" + People.UNIT)
        .andExpect(jsonPath("$.items[*].number").value("SJ-2020-000001"));
    filed(1, 1, DossierState.IN_REVIEW);
    filed(2, 1, DossierState.ACCEPTED);
    asks(Role.CLERK, "/dossiers?state=ACCEPTED&submission=SJ-2020-000001&department=zjc")
        .andExpect(jsonPath("$.items[*].number").value("RX-2020-000002"));
  }

  @Test
  void tellsWhichLettersAreAboutToLeaveAndWhen() throws Exception {
    delivered(1);
    letters.save(
        People.refusal("l1", 1, LetterState.WAITING), Act.byMachine(Act.Kind.LETTER_WRITTEN));
    asks(Role.CLERK, "/notices?state=WAITING&kind=NOT_ACCEPTED&submission=SJ-2020-000001")
        .andExpect(jsonPath("$.items[0].id").value("l1"))
        .andExpect(jsonPath("$.items[0].leaves").value("2020-03-30T10:30:00+08:00"))
        .andExpect(jsonPath("$.items[0].sections[0].paragraphs[0]").value("经查，逾期。"));
    asks(Role.CLERK, "/notices/l1.pdf")
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.detail", containsString("尚未发出")));
  }

  /** A clerk lets a letter go, or keeps it, with its words before the eyes. */
  @Test
  void showsWhatALetterSaysBeforeSomebodyReleasesIt() throws Exception {
    delivered(1);
    letters.save(
        People.refusal("l1", 1, LetterState.DRAFT), Act.byMachine(Act.Kind.LETTER_WRITTEN));
    mvc.perform(get("/letters").with(signedIn(Role.CLERK)))
        .andExpect(content().string(containsString("/letters/l1/release")))
        .andExpect(content().string(containsString("经查，逾期。")));
  }

  @Test
  void namesFileLineAndKeyOfABrokenCall() throws Exception {
    calls.broken.put(
        "sx-bqw-2020",
        List.of(new CallFault("call.yaml", 12, "deadlines[0].date", "日期不对。", "Bad date.")));
    try {
      asks(Role.MAIL_ROOM, "/calls")
          .andExpect(jsonPath("$.items[0].id").value("sx-bqw-2020"))
          .andExpect(jsonPath("$.items[0].faults[0].file").value("call.yaml"))
          .andExpect(jsonPath("$.items[0].faults[0].line").value(12))
          .andExpect(jsonPath("$.items[0].faults[0].key").value("deadlines[0].date"));
    } finally {
      calls.broken.clear();
    }
  }

  @Test
  void answersRoutesFailuresReconciliationAndUnits() throws Exception {
    asks(Role.ADMIN, "/routes")
        .andExpect(jsonPath("$.items[0].id").value("pickup-folder"))
        .andExpect(jsonPath("$.items[0].lastError").value("boom"));
    asks(Role.ADMIN, "/failures").andExpect(jsonPath("$.items", hasSize(0)));
    asks(Role.ADMIN, "/reconciliation")
        .andExpect(jsonPath("$.items[0].channel").value("folder"))
        .andExpect(jsonPath("$.items[0].difference[0].name").value("未登记.zip"));
    asks(Role.OFFICER, "/units").andExpect(jsonPath("$.items[0].kind[0]").value("CITY_HR"));
    mvc.perform(get("/api/v1/units").accept("text/csv").with(as(Role.OFFICER)))
        .andExpect(content().string(containsString("code,name")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/submissions/SJ-2020-000404",
        "/submissions/1%20or%201=1",
        "/dossiers/x",
        "/paper/YZ-2020-0404",
        "/notices/none",
        "/nothing"
      })
  void tellsWhatIsNotThere(String path) throws Exception {
    mvc.perform(get(java.net.URI.create("/api/v1" + path)).with(as(Role.CLERK)))
        .andExpect(status().isNotFound())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.detail", not(is(""))));
  }

  @Test
  void describesItselfAsOpenApi31() throws Exception {
    mvc.perform(get("/v3/api-docs").with(as(Role.OFFICER)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.openapi", containsString("3.1")))
        .andExpect(jsonPath("$.paths['/api/v1/dossiers/{number}/rulings'].post").exists())
        .andExpect(jsonPath("$.paths['/api/v1/submissions'].post").exists());
  }
}
