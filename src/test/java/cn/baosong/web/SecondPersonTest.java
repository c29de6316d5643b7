package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.GuardedRuling;
import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.PendingRulings;
import cn.baosong.web.page.dossier.BulkRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Rulings that the call has a second person confirm. */
class SecondPersonTest extends OpenOffice {
  private static final String RULINGS = "/dossiers/RX-2020-000001/rulings";
  private static final String REJECT =
      """
      {"ruling": "REJECT", "reason": "年龄超过界限", "clause": "年龄在50岁以下", "expectedVersion": 1}
      """;
  private static final String CONFIRMATIONS = "/dossiers/confirmations";
  private static final String PAGE = "/dossiers/confirmations";
  private static final String CONFIRM = "{\"confirm\": true}";

  @Autowired OfficeSlice.ToldRulings told;
  @Autowired PlayedOffice.ListedCalls calls;
  @Autowired PendingRulings pending;
  private Dossier doubtful;

  @BeforeEach
  void twoPersonsRefuse() throws Exception {
    told.told.clear();
    calls.demandSecond(
        GuardedRuling.REJECT, GuardedRuling.WITHDRAW, GuardedRuling.ACCEPT_AGAINST_FINDING);
    account("clerk2", Set.of(Role.CLERK), Set.of());
    delivered(1);
    doubtful = filed(1, 1, DossierState.IN_REVIEW);
  }

  @AfterEach
  void onePersonSuffices() {
    calls.demandSecond();
  }

  @Test
  void takesARulingForAProposalUntilAnotherPersonConfirmsIt() throws Exception {
    posts(Role.CLERK, RULINGS, REJECT)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.state").value("AWAITS_SECOND_PERSON"))
        .andExpect(jsonPath("$.by").value("clerk"))
        .andExpect(jsonPath("$.expectedVersion").value(1));
    assertThat(now()).isEqualTo(doubtful);
    assertThat(told.told).isEmpty();
    asks(Role.CLERK, "/dossiers/RX-2020-000001")
        .andExpect(jsonPath("$.pendingRuling.id").value(waiting().id()))
        .andExpect(jsonPath("$.pendingRuling.ruling.reason").value("年龄超过界限"));

    second(CONFIRM)
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.state").value("REJECTED"))
        .andExpect(jsonPath("$.by").value("clerk"))
        .andExpect(jsonPath("$.ruling.confirmedBy").value("clerk2"));
    assertThat(now().state()).isEqualTo(DossierState.REJECTED);
    assertThat(told.told)
        .singleElement()
        .extracting(d -> d.ruling().flatMap(Ruling::confirmedBy))
        .isEqualTo(Optional.of("clerk2"));
    assertThat(events("RULING_PROPOSED")).isEqualTo(1);
    assertThat(events("RULING_CONFIRMED")).isEqualTo(1);
    assertThat(events("DOSSIER_RULED")).isEqualTo(1);
    asks(Role.CLERK, "/dossiers/RX-2020-000001").andExpect(jsonPath("$.pendingRuling").isEmpty());
  }

  @Test
  void neverLetsWhoeverProposedItConfirmItNorAnyoneTwice() throws Exception {
    posts(Role.CLERK, RULINGS, REJECT);
    posts(Role.CLERK, confirmation(), CONFIRM)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("by"));
    assertThat(now()).isEqualTo(doubtful);
    second(CONFIRM).andExpect(status().isAccepted());
    posts("clerk2", RULINGS + "/" + latest().id() + "/confirmation", CONFIRM)
        .andExpect(status().isConflict());
    assertThat(events("DOSSIER_RULED")).isEqualTo(1);
  }

  @Test
  void leavesTheDossierAsItIsWhenTheSecondPersonDeclinesWithAReason() throws Exception {
    posts(Role.CLERK, RULINGS, REJECT);
    second("{\"confirm\": false}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("reason"));
    second("{\"confirm\": false, \"reason\": \"出生日期看错一年\"}")
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.state").value("DECLINED"))
        .andExpect(jsonPath("$.closed.by").value("clerk2"));
    assertThat(now()).isEqualTo(doubtful);
    assertThat(told.told).isEmpty();
    mvc.perform(get(page()).with(clerk("clerk")))
        .andExpect(content().string(allOf(containsString("复核未通过"), containsString("出生日期看错一年"))));
    posts(Role.CLERK, RULINGS, REJECT).andExpect(status().isAccepted());
    assertThat(latest().state()).isEqualTo(PendingRuling.State.AWAITS_SECOND_PERSON);
  }

  @Test
  void keepsOneProposalAtATimeAndLetsItsAuthorTakeItBack() throws Exception {
    posts(Role.CLERK, RULINGS, REJECT);
    posts("clerk2", RULINGS, REJECT)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("clerk 提出的决定正待复核")));
    posts(Role.CLERK, confirmation(), "{\"confirm\": false, \"reason\": \"写错了条款\"}")
        .andExpect(status().isAccepted());
    assertThat(latest().isGivenUp()).isTrue();
  }

  @Test
  void dropsAProposalAndSaysWhyWhenTheDossierChangesMeanwhile() throws Exception {
    posts(Role.CLERK, RULINGS, REJECT);
    String address = confirmation();
    posts("clerk2", RULINGS, REJECT.replace("REJECT", "RETURN")).andExpect(status().isAccepted());
    assertThat(latest().state()).isEqualTo(PendingRuling.State.DROPPED);
    assertThat(latest().closing()).get().extracting(c -> c.reason()).asString().contains("变动");
    assertThat(events("RULING_DROPPED")).isEqualTo(1);
    posts("clerk2", address, CONFIRM).andExpect(status().isConflict());
    assertThat(now().state()).isEqualTo(DossierState.RETURNED);
  }

  @Test
  void leavesToOnePersonWhatTheCallDoesNotName() throws Exception {
    posts(Role.CLERK, RULINGS, accept(1)).andExpect(jsonPath("$.state").value("ACCEPTED"));
    assertThat(pending.awaiting()).isZero();
  }

  @Test
  void putsManyBeforeASecondPersonAndShowsThemInOneList() throws Exception {
    Dossier other = filed(2, 1, DossierState.IN_REVIEW);
    filed(3, 1, DossierState.IN_REVIEW);
    List<?> results =
        (List<?>)
            clerkPosts(
                    "clerk",
                    post("/dossiers/rulings")
                        .param("ruling", "WITHDRAW")
                        .param("reason", "单位来函撤回")
                        .param("chosen", doubtful.publicId() + "@1", other.publicId() + "@1"))
                .andReturn()
                .getFlashMap()
                .get("results");
    assertThat(results)
        .extracting(row -> ((BulkRow) row).second(), row -> ((BulkRow) row).after())
        .containsOnly(org.assertj.core.groups.Tuple.tuple(true, Optional.empty()));
    assertThat(pending.awaiting()).isEqualTo(2);
    mvc.perform(get("/dossiers?second=true").with(clerk("clerk2")))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("RX-2020-000001"),
                        containsString("RX-2020-000002"),
                        not(containsString("RX-2020-000003")))));
    asks(Role.CLERK, "/dossiers?second=true").andExpect(jsonPath("$.items.length()").value(2));
    mvc.perform(get("/").with(clerk("clerk2")))
        .andExpect(content().string(containsString("待复核 2")));
  }

  @Test
  void confirmsManyAndTellsOfEachWhatBecameOfIt() throws Exception {
    Dossier other = filed(2, 1, DossierState.IN_REVIEW);
    posts(Role.CLERK, RULINGS, REJECT);
    posts("clerk2", RULINGS.replace("001", "002"), REJECT);
    String all = "{\"all\": true, \"call\": \"%s\"%s}".formatted(doubtful.call(), "%s");
    posts("clerk2", CONFIRMATIONS, all.formatted(", \"preview\": true"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(2));
    assertThat(now()).isEqualTo(doubtful);
    posts("clerk2", CONFIRMATIONS, all.formatted(""))
        .andExpect(jsonPath("$.items[?(@.dossier == 'RX-2020-000001')].state").value("REJECTED"))
        .andExpect(
            jsonPath("$.items[?(@.dossier == 'RX-2020-000002')].zh").value("自己提出的决定须由另一人复核。"));
    assertThat(now().state()).isEqualTo(DossierState.REJECTED);
    assertThat(dossiers.find(other.number())).contains(other);
    assertThat(told.told).hasSize(1);
    assertThat(events("RULING_CONFIRMED")).isEqualTo(1);

    String named =
        "{\"rulings\": [{\"dossier\": \"RX-2020-000002\", \"id\": \"%s\"},"
            + " {\"dossier\": \"RX-2020-000001\", \"id\": \"%s\"}]}";
    posts(
            Role.CLERK,
            CONFIRMATIONS,
            named.formatted(pending.latest(other.number()).orElseThrow().id(), latest().id()))
        .andExpect(jsonPath("$.items[0].state").value("REJECTED"))
        .andExpect(jsonPath("$.items[1].state").isEmpty())
        .andExpect(jsonPath("$.items[1].zh", containsString("不再待复核")));
    posts(Role.CLERK, CONFIRMATIONS, "{}").andExpect(status().isBadRequest());
  }

  @Test
  void showsManyToTheSecondPersonBeforeTheyAreConfirmed() throws Exception {
    Dossier other = filed(2, 1, DossierState.IN_REVIEW);
    Dossier idle = filed(3, 1, DossierState.IN_REVIEW);
    posts(Role.CLERK, RULINGS, REJECT);
    posts("clerk2", RULINGS.replace("001", "002"), REJECT);
    mvc.perform(get("/dossiers?second=true").with(clerk("clerk2")))
        .andExpect(content().string(containsString("预览成批复核")));
    clerkPosts("clerk2", post(PAGE).param("preview", "true").param("all", "true"))
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("年龄超过界限"),
                        containsString(doubtful.publicId() + "@" + waiting().id()),
                        containsString("自己提出的决定须由另一人复核"),
                        containsString("复核同意 1 卷"),
                        not(containsString(other.publicId() + "@")),
                        not(containsString(idle.number().value())))));
    clerkPosts(
            "clerk2", post(PAGE).param("preview", "true").param("chosen", idle.publicId() + "@1"))
        .andExpect(content().string(allOf(containsString("没有待复核"), not(containsString("复核同意")))));
    assertThat(now()).isEqualTo(doubtful);

    String own = pending.latest(other.number()).orElseThrow().id();
    List<?> results =
        (List<?>)
            clerkPosts(
                    "clerk2",
                    post(PAGE)
                        .param("ruling", doubtful.publicId() + "@" + waiting().id())
                        .param("ruling", other.publicId() + "@" + own))
                .andExpect(redirectedUrl(PAGE))
                .andReturn()
                .getFlashMap()
                .get("results");
    assertThat(results)
        .extracting(row -> ((BulkRow) row).after(), row -> ((BulkRow) row).why())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Optional.of(DossierState.REJECTED), Optional.empty()),
            org.assertj.core.groups.Tuple.tuple(Optional.empty(), Optional.of("自己提出的决定须由另一人复核。")));
    assertThat(now().state()).isEqualTo(DossierState.REJECTED);
    mvc.perform(get(PAGE).with(clerk("clerk2"))).andExpect(redirectedUrl("/dossiers?second=true"));
  }

  @Test
  void showsTheSecondPersonWhatItRestsOnAndTheAuthorOnlyToTakeItBack() throws Exception {
    clerkPosts(
            "clerk",
            post(page() + "/rulings")
                .param("ruling", "REJECT")
                .param("reason", "年龄超过界限")
                .param("clause", "年龄在50岁以下")
                .param("expectedVersion", "1"))
        .andExpect(flash().attribute("done", "dossier.proposed"));
    mvc.perform(get(page()).with(clerk("clerk")))
        .andExpect(
            content().string(allOf(containsString("收回提议"), not(containsString("复核同意，作出决定")))));
    mvc.perform(get(page()).with(clerk("clerk2")))
        .andExpect(content().string(allOf(containsString("年龄超过界限"), containsString("复核同意，作出决定"))));
    String form = page() + "/rulings/" + waiting().id() + "/confirmation";
    clerkPosts("clerk2", post(form).param("answer", "decline"))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("请写明不同意的理由")));
    clerkPosts("clerk2", post(form).param("answer", "confirm")).andExpect(redirectedUrl(page()));
    mvc.perform(get(page()).with(clerk("clerk")))
        .andExpect(content().string(containsString("（clerk2 复核）")));
    assertThat(now().state()).isEqualTo(DossierState.REJECTED);
  }

  private static String accept(int seen) {
    return """
    {"ruling": "ACCEPT", "reason": "材料属实", "department": "zjc", "expectedVersion": %d}
    """
        .formatted(seen);
  }

  private ResultActions second(String json) throws Exception {
    return posts("clerk2", confirmation(), json);
  }

  private ResultActions posts(String user, String path, String json) throws Exception {
    return mvc.perform(
        post("/api/v1" + path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(json)
            .with(httpBasic(user, SECRET)));
  }

  private ResultActions clerkPosts(String user, MockHttpServletRequestBuilder form)
      throws Exception {
    return mvc.perform(form.with(clerk(user)).with(csrf()));
  }

  private static RequestPostProcessor clerk(String user) {
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new Viewer(user, Set.of(Role.CLERK), Set.of()),
            "",
            List.of(new SimpleGrantedAuthority("ROLE_CLERK"))));
  }

  private String confirmation() {
    return RULINGS + "/" + waiting().id() + "/confirmation";
  }

  private PendingRuling waiting() {
    return pending.awaiting(List.of(doubtful.number())).values().iterator().next();
  }

  private PendingRuling latest() {
    return pending.latest(doubtful.number()).orElseThrow();
  }

  private String page() {
    return "/dossiers/" + doubtful.publicId();
  }

  private Dossier now() {
    return dossiers.find(doubtful.number()).orElseThrow();
  }
}
