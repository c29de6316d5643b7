package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Papers;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a parcel: originals in custody, the wrong unit, the wrong office, nobody's. */
class ParcelsTest extends OpenOffice {
  private static final UnitCode OTHER = new UnitCode("11999999MB00000023");
  private static final String PARCEL =
      """
      {"call": "sx-bqw-2020", "unit": "11999999MB00000015",
       "parcel": {"carrier": "EMS", "item": "77", "dispatchPostmark": "2020-03-28",
        "received": "2020-03-29T10:15:00+08:00"},
       "candidates": [{"identity": "999999199001010010", "name": "王五", "copies": {"材料原件": 1}}]}
      """;

  @Autowired Papers papers;
  @Autowired PlayedOffice.ListedCalls calls;
  @Autowired PlayedOffice.ListedUnits units;

  @AfterEach
  void asBefore() {
    calls.demandOriginals(false);
    units.units = units.units.subList(0, 1);
  }

  @Test
  void filesNoParcelWhileAnOriginalIsOut() throws Exception {
    calls.demandOriginals(true);
    String number = registered(PARCEL);
    String id = number + "-001";
    posts(Role.MAIL_ROOM, "/paper/" + number + "/closing", "{}").andExpect(status().isConflict());
    moves(id, "LENT", "评审组 李某", 1).andExpect(jsonPath("$.state").value("LENT"));
    moves(id, "RETURNED", "王某", 2).andExpect(status().isConflict());
    moves(id, "GIVEN_BACK", "", 1).andExpect(status().isConflict());
    moves(id, "GIVEN_BACK", "", 2).andExpect(jsonPath("$.state").value("KEPT"));
    moves(id, "RETURNED", "", 3).andExpect(status().isBadRequest());
    mvc.perform(get("/paper").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("保管原件 1 套")));
    moves(id, "RETURNED", "王某", 3).andExpect(jsonPath("$.state").value("RETURNED"));
    mvc.perform(get("/paper").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(not(containsString("保管原件"))));
    mvc.perform(get("/paper/" + number).with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("借给 评审组 李某")))
        .andExpect(content().string(not(containsString("LENT"))));
    posts(Role.MAIL_ROOM, "/paper/" + number + "/closing", "{}")
        .andExpect(jsonPath("$.ending.kind").value("FILED"));

    asks(Role.AUDITOR, "/paper/" + number + "/originals")
        .andExpect(jsonPath("$.items[0].moves", hasSize(4)))
        .andExpect(jsonPath("$.items[0].moves[3].where").value("王某"))
        .andExpect(jsonPath("$.items[0].moves[3].by").value("mail_room"));
    assertThat(events("ORIGINAL_KEPT")).isEqualTo(1);
    assertThat(events("ORIGINAL_MOVED")).isEqualTo(3);
  }

  @Test
  void printsTheSlipThatTheUnitSigns() throws Exception {
    calls.demandOriginals(true);
    String number = registered(PARCEL);
    mvc.perform(get("/paper/" + number + "/slip").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("原件退还签收单")))
        .andExpect(content().string(containsString("材料原件")));
    byte[] pdf =
        mvc.perform(get("/paper/" + number + "/slip.pdf").with(signedIn(Role.MAIL_ROOM)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void movesAParcelToItsRightUnitWithTheTimeItCame() throws Exception {
    second();
    String number = registered(PARCEL);
    assertThat(dossiers.ofUnit(People.CALL, People.UNIT))
        .extracting(Dossier::state)
        .containsExactly(DossierState.AWAITING_ELECTRONIC);

    posts(
            Role.CLERK,
            "/paper/" + number + "/transfer",
            "{\"call\": \"sx-bqw-2020\", \"unit\": \"%s\", \"reason\": \"信封写错\"}".formatted(OTHER))
        .andExpect(jsonPath("$.unit").value(OTHER.value()))
        .andExpect(jsonPath("$.parcel.received").value("2020-03-29T10:15:00+08:00"))
        .andExpect(jsonPath("$.parcel.dispatchPostmark").value("2020-03-28"));

    assertThat(papers.ofUnit(People.CALL, People.UNIT)).isEmpty();
    assertThat(papers.ofUnit(People.CALL, OTHER)).hasSize(1);
    assertThat(dossiers.ofUnit(People.CALL, People.UNIT))
        .extracting(Dossier::state)
        .containsExactly(DossierState.WITHDRAWN);
    assertThat(dossiers.ofUnit(People.CALL, OTHER))
        .extracting(Dossier::state)
        .containsExactly(DossierState.AWAITING_ELECTRONIC);
    assertThat(letters.find(number).orElseThrow().sections().toString())
        .contains("转入其他报送单位名下")
        .doesNotContain("示例二市人社局", "信封写错");
    posts(
            Role.MAIL_ROOM,
            "/paper/" + number + "/transfer",
            "{\"call\": \"sx-bqw-2020\", \"unit\": \"%s\", \"reason\": \"x\"}".formatted(OTHER))
        .andExpect(status().isForbidden());
  }

  @Test
  void endsTheWaitingOfWhoWasAPersonsTaskAlreadyWhenTheParcelIsMoved() throws Exception {
    second();
    String number = registered(PARCEL);
    Dossier waiting = dossiers.ofUnit(People.CALL, People.UNIT).get(0);
    Dossier.Standing now = waiting.standing();
    dossiers.save(
        waiting.decided(
            new Dossier.Standing(
                DossierState.IN_REVIEW,
                false,
                now.timedBy(),
                now.supersedes(),
                now.department(),
                now.correction())),
        cn.baosong.desk.Act.byMachine(cn.baosong.desk.Act.Kind.DOSSIER_DECIDED));
    mvc.perform(get("/paper").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("is-IN_REVIEW")));

    posts(
            Role.CLERK,
            "/paper/" + number + "/transfer",
            "{\"call\": \"sx-bqw-2020\", \"unit\": \"%s\", \"reason\": \"信封写错\"}".formatted(OTHER))
        .andExpect(status().isOk());
    assertThat(dossiers.ofUnit(People.CALL, People.UNIT))
        .extracting(Dossier::state)
        .containsExactly(DossierState.WITHDRAWN);
  }

  @Test
  void sendsOnWhatIsAnotherOfficesAndCallsItNotLate() throws Exception {
    String number = registered(PARCEL);
    posts(Role.CLERK, "/paper/" + number + "/forwarding", "{\"to\": \"\"}")
        .andExpect(status().isBadRequest());
    posts(
            Role.CLERK,
            "/paper/" + number + "/forwarding",
            "{\"to\": \"示例市人社局\", \"reason\": \"应报市局，证件 999999199001010010\"}")
        .andExpect(jsonPath("$.ending.to").value("示例市人社局"))
        .andExpect(jsonPath("$.parcel.received").value("2020-03-29T10:15:00+08:00"));
    assertThat(papers.ofUnit(People.CALL, People.UNIT)).isEmpty();
    assertThat(dossiers.ofUnit(People.CALL, People.UNIT))
        .extracting(Dossier::state)
        .containsExactly(DossierState.WITHDRAWN);
    asks(Role.MAIL_ROOM, "/paper/" + number)
        .andExpect(jsonPath("$.ending.kind").value("FORWARDED"));
    posts(Role.CLERK, "/paper/" + number + "/forwarding", "{\"to\": \"x\"}")
        .andExpect(status().isConflict());

    Letter told = letters.find(number).orElseThrow();
    assertThat(told.kind()).isEqualTo(LetterKind.TRANSFER);
    assertThat(told.state()).isEqualTo(LetterState.WAITING);
    assertThat(told.unit()).contains(People.UNIT);
    assertThat(told.sections().toString())
        .contains("移送示例市人社局", "2020年3月28日", "2020年3月29日 10:15:00", "王五", "EMS 77", "不是逾期的认定")
        .contains("999***********0010")
        .doesNotContain("999999199001010010");
    mvc.perform(get("/paper/" + number).with(signedIn(Role.CLERK)))
        .andExpect(content().string(containsString("移送告知")));
  }

  @Test
  void losesNoParcelThatNobodyAnnounced() throws Exception {
    mvc.perform(
            post("/paper/new")
                .param("act", "stray")
                .param("received", "2020-03-31 17:05")
                .param("item", "88")
                .param("illegible", "1")
                .param("words", "内有推荐材料")
                .with(csrf())
                .with(signedIn(Role.MAIL_ROOM)))
        .andExpect(redirectedUrl("/paper"))
        .andExpect(flash().attributeExists("kept"));
    mvc.perform(get("/paper").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("内有推荐材料")));
    String number =
        JsonPath.read(
            asks(Role.CLERK, "/paper/strays").andReturn().getResponse().getContentAsString(),
            "$.items[0].number");

    posts(
            Role.CLERK,
            "/paper/strays/" + number + "/registration",
            "{\"call\": \"sx-bqw-2020\", \"unit\": \"11999999MB00000015\"}")
        .andExpect(status().isOk());
    PaperRecord paper = papers.ofUnit(People.CALL, People.UNIT).get(0);
    assertThat(paper.number().value()).isEqualTo(number);
    assertThat(paper.received()).isEqualTo("2020-03-31T09:05:00Z");
    asks(Role.CLERK, "/paper/strays").andExpect(jsonPath("$.items", hasSize(0)));
    posts(Role.CLERK, "/paper/strays/" + number + "/forwarding", "{\"to\": \"x\"}")
        .andExpect(status().isConflict());
  }

  @Test
  void registersOneParcelForTwoUnitsWithOneCover() throws Exception {
    second();
    String first = registered(PARCEL);
    mvc.perform(get("/paper/new?like=" + first).with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("value=\"2020-03-29 10:15\"")))
        .andExpect(content().string(containsString("value=\"77\"")));
    registered(PARCEL.replace("11999999MB00000015", OTHER.value()).replace("王五", "赵六"));
    assertThat(papers.ofUnit(People.CALL, OTHER)).hasSize(1);
    assertThat(papers.ofUnit(People.CALL, People.UNIT)).hasSize(1);
  }

  @Test
  void joinsByTheNumberOrTheCodeOfACoverSheet() throws Exception {
    delivered(1, SubmissionState.PROCESSED);
    Dossier dossier = filed(1, 1, DossierState.AWAITING_PAPER);
    for (String cover :
        List.of(
            dossier.number().value(),
            dossier.submission().value(),
            "BSF1/SX-BQW-2020/11999999MB00000015/-")) {
      posts(
              Role.MAIL_ROOM,
              "/paper",
              """
              {"cover": "%s", "parcel": {"received": "2020-03-29T10:15:00+08:00"}}
              """
                  .formatted(cover))
          .andExpect(jsonPath("$.unit").value("11999999MB00000015"));
    }
    mvc.perform(
            post("/paper/new")
                .param("code", dossier.number().value())
                .with(csrf())
                .with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("value=\"11999999MB00000015\"")));
    mvc.perform(get("/paper/cover-sheet.pdf?of=" + dossier.number()).with(signedIn(Role.CLERK)))
        .andExpect(status().isOk());
    posts(
            Role.MAIL_ROOM,
            "/paper",
            "{\"cover\": \"SJ-2020-999999\", \"parcel\": {\"received\": \"2020-03-29T10:15:00+08:00\"}}")
        .andExpect(status().isBadRequest());
  }

  private void second() {
    units.units =
        Stream.concat(
                units.units.stream(),
                Stream.of(
                    new Unit(
                        OTHER, "示例二市人社局", List.of(), List.of("CITY_HR"), List.of(), "", "", "")))
            .toList();
  }

  private org.springframework.test.web.servlet.ResultActions moves(
      String id, String step, String where, int version) throws Exception {
    return posts(
        Role.MAIL_ROOM,
        "/paper/" + id.substring(0, id.length() - 4) + "/originals/" + id + "/moves",
        "{\"step\": \"%s\", \"where\": \"%s\", \"expectedVersion\": %d}"
            .formatted(step, where, version));
  }

  private String registered(String body) throws Exception {
    return JsonPath.read(
        posts(Role.MAIL_ROOM, "/paper", body)
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString(),
        "$.number");
  }
}
