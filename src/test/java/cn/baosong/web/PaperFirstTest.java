package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.desk.Accounts.Role;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paper that comes before the electronic half. */
class PaperFirstTest extends OpenOffice {
  private static final String PARCEL =
      """
      {"call": "sx-bqw-2020", "unit": "11999999MB00000015",
       "parcel": {"carrier": "EMS", "item": "1", "dispatchPostmark": "2020-03-28",
        "received": "2020-03-29T10:15:00+08:00"},
       "candidates": [{"identity": "999999199001010010", "name": "王五", "fields": {"姓名": "王　五"}}]}
      """;

  @Test
  void filesWhoIsKnownFromPaperOnlyAndAcknowledgesTheParcel() throws Exception {
    posts(Role.MAIL_ROOM, "/paper", PARCEL).andExpect(status().isCreated());

    asks(Role.CLERK, "/dossiers?state=AWAITING_ELECTRONIC")
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].candidate.name").value("王五"));
    Dossier waiting = dossiers.ofUnit(People.CALL, People.UNIT).get(0);
    assertThat(waiting.form().fields()).isEmpty();
    assertThat(submissions.find(waiting.submission()).orElseThrow().needsOpening()).isFalse();
    List<Letter> told = letters.of(waiting.submission());
    assertThat(told).extracting(Letter::kind).containsExactly(LetterKind.RECEIPT);
    assertThat(told.get(0).sections().toString()).contains("尚未收到其电子材料：王五", "邮寄", "2020年3月28日");
  }

  @Test
  void showsWhichHalfEachWaitsFor() throws Exception {
    String parcel =
        JsonPath.read(
            posts(Role.MAIL_ROOM, "/paper", PARCEL)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(),
            "$.number");
    delivered(1);
    Dossier electronic = filed(1, 1, DossierState.AWAITING_PAPER);
    Dossier paper =
        dossiers.ofUnit(People.CALL, People.UNIT).stream()
            .filter(d -> d.paperOnly().isPresent())
            .findFirst()
            .orElseThrow();
    for (String page : List.of("/paper/" + parcel, "/paper", "/dossiers/" + paper.publicId())) {
      mvc.perform(get(page).with(signedIn(Role.CLERK)))
          .andExpect(content().string(containsString("is-AWAITING_ELECTRONIC")));
    }
    mvc.perform(get("/dossiers/" + electronic.publicId()).with(signedIn(Role.CLERK)))
        .andExpect(content().string(containsString("is-AWAITING_PAPER")));
  }

  @Test
  void filesNobodyTwice() throws Exception {
    posts(Role.MAIL_ROOM, "/paper", PARCEL).andExpect(status().isCreated());
    posts(Role.MAIL_ROOM, "/paper", PARCEL).andExpect(status().isCreated());

    assertThat(dossiers.ofUnit(People.CALL, People.UNIT)).hasSize(1);
  }

  @Test
  void filesNobodyOfWhomSomethingElectronicIsHere() throws Exception {
    delivered(1);
    filed(1, 1, DossierState.AWAITING_PAPER);
    posts(Role.MAIL_ROOM, "/paper", PARCEL.replace("\"王五\"", "\"张三1\""))
        .andExpect(status().isCreated());

    assertThat(dossiers.ofUnit(People.CALL, People.UNIT))
        .extracting(Dossier::state)
        .containsExactly(DossierState.AWAITING_PAPER);
  }
}
