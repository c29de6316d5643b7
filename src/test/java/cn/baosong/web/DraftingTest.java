package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.CallVersion;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.draft.CallFolders;
import cn.baosong.desk.draft.Draft;
import cn.baosong.desk.draft.Drafts;
import cn.baosong.desk.draft.FileNames;
import cn.baosong.desk.draft.PublishingDesk;
import cn.baosong.web.DraftSlice.OwnForms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A call is changed by one administrator and put into effect by another. */
class DraftingTest extends OpenOffice {
  private static final String CALL = "/calls/sx-bqw-2020";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired OwnForms forms;
  @Autowired Drafts drafts;
  @Autowired CallFolders folders;
  @Autowired PublishingDesk desk;

  @BeforeEach
  void asShipped() throws IOException {
    forms.reset();
    account("second", Set.of(Role.ADMIN), Set.of());
  }

  @Test
  void showsTheFilesAsTheyStandUnderTheTagOfTheirVersion() throws Exception {
    String version = forms.shelf.live().get(0).version().value();
    asks(Role.AUDITOR, CALL)
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", '"' + version + '"'))
        .andExpect(jsonPath("$.files['call.yaml']", containsString("hold: PT30M")))
        .andExpect(jsonPath("$.files['cases.yaml']").exists())
        .andExpect(jsonPath("$.draft").value(nullValue()));
  }

  @Test
  void storesADraftByWhichNothingGoesLive() throws Exception {
    String before = tag();
    saves("admin", holding(45), before)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.draft.state").value("OPEN"))
        .andExpect(jsonPath("$.draft.authors[0]").value("admin"))
        .andExpect(jsonPath("$.draft.base").value(before))
        .andExpect(jsonPath("$.files['call.yaml']", containsString("hold: PT30M")));
    assertThat(live()).isEqualTo(30);
    assertThat(events("CALL_DRAFTED")).isOne();
    asks(Role.CLERK, CALL)
        .andExpect(jsonPath("$.draft.files['call.yaml']", containsString("hold: PT45M")));
    asks(Role.OFFICER, CALL).andExpect(jsonPath("$.draft").value(nullValue()));
  }

  @Test
  void namesFileLineAndKeyOfEveryFaultAndStoresNothingUnlessItIsUnfinished() throws Exception {
    Map<String, String> files = with(FileNames.CALL, "mode: scan", "mode: fax");
    files.put(FileNames.CASES, "cases: [");
    saves("admin", files, tag())
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.type").value("urn:baosong:problem:call-invalid"))
        .andExpect(jsonPath("$.errors[*].key", hasItem("paper.mode")))
        .andExpect(jsonPath("$.errors[*].file", hasItem("cases.yaml")))
        .andExpect(jsonPath("$.errors[0].line").isNumber());
    assertThat(stored()).isZero();

    mvc.perform(body(put("/api/v1" + CALL + "?unfinished=true"), files, tag()).with(as("admin")))
        .andExpect(status().isOk());
    submits("admin").andExpect(status().isConflict());
  }

  @Test
  void checksWithoutStoringWhatIsSentOrElseTheDraftOrElseTheFolder() throws Exception {
    posts(Role.CLERK, CALL + "/check", "{}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.ok").value(true))
        .andExpect(jsonPath("$.version").value(tag()));
    mvc.perform(
            body(post("/api/v1" + CALL + "/check"), with(FileNames.CALL, "scan", "fax"), "")
                .with(as("admin")))
        .andExpect(jsonPath("$.ok").value(false))
        .andExpect(jsonPath("$.faults[0].file").value("call.yaml"));
    saves("admin", holding(45), tag());
    mvc.perform(post("/api/v1" + CALL + "/check").with(as("admin")))
        .andExpect(jsonPath("$.ok").value(true))
        .andExpect(jsonPath("$.cases").isNumber());
    assertThat(stored()).isOne();
  }

  @Test
  void refusesWhoHasNotSeenWhatChangedAndNamesTheFiles() throws Exception {
    String before = tag();
    byHand("hold: PT30M", "hold: PT40M");
    saves("admin", holding(45), before)
        .andExpect(status().isPreconditionFailed())
        .andExpect(jsonPath("$.errors[0].field").value("If-Match"))
        .andExpect(jsonPath("$.errors[0].zh", containsString("call.yaml")));
    mvc.perform(body(put("/api/v1" + CALL), holding(45), before).with(as("admin")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("expectedVersion"));

    saves("admin", holding(45), tag()).andExpect(status().isOk());
    saves("second", holding(46), forms.shelf.standing(People.CALL).orElseThrow().version().value())
        .andExpect(status().isPreconditionFailed())
        .andExpect(jsonPath("$.errors[0].zh", containsString("admin")));
    mvc.perform(body(put("/api/v1" + CALL), holding(45), null).with(as("admin")))
        .andExpect(status().isBadRequest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../call.yaml",
        "/etc/passwd",
        "notices/../call.yaml",
        "notices/EVIL.txt",
        "lists/a.csv",
        "Call.yaml",
        ".publishing",
        ""
      })
  void takesNoFileThatIsNotOnItsList(String name) throws Exception {
    Map<String, String> files = holding(45);
    files.put(name, "x");
    saves("admin", files, tag()).andExpect(status().isBadRequest());
    assertThat(stored()).isZero();
  }

  @Test
  void refusesASettlementThatComesAsAFile() throws Exception {
    Map<String, String> files = holding(45);
    files.put(FileNames.SETTLEMENTS, "A04: {reading: RECEIPT}\n");
    saves("admin", files, tag())
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("files.settlements.yaml"));
  }

  @Test
  void refusesAnObjectThatWouldBeMadeOfYaml() throws Exception {
    Map<String, String> files =
        with(FileNames.CALL, "mode: scan", "mode: !!javax.script.ScriptEngineManager [x]");
    saves("admin", files, tag()).andExpect(status().isUnprocessableEntity());
  }

  @Test
  void refusesABodyThatIsTooLarge() throws Exception {
    Map<String, String> files = holding(45);
    files.put("notices/RECEIPT.txt", "字".repeat(400_000));
    saves("admin", files, tag()).andExpect(status().isBadRequest());
    files.put("notices/RECEIPT.txt", "x".repeat(9 << 20));
    saves("admin", files, tag()).andExpect(status().isPayloadTooLarge());
    assertThat(stored()).isZero();
  }

  @Test
  void needsASecondPersonAndAConfirmationShortlyBeforeTheDeadline() throws Exception {
    jdbc.sql(
            "insert into unit_call (call_id, unit_code, waiting, requested)"
                + " values ('sx-bqw-2020', '1', false, 1)")
        .update();
    saves("admin", holding(45), tag());
    publishes("second", true)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("state"));
    submits("admin").andExpect(status().isOk());
    publishes("admin", true)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("by"));
    publishes("second", false)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("nearDeadline"))
        .andExpect(jsonPath("$.errors[0].zh", containsString("2020-03-31")));
    assertThat(live()).isEqualTo(30);

    publishes("second", true)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.draft").value(nullValue()))
        .andExpect(jsonPath("$.versions[0].by").value("second"))
        .andExpect(jsonPath("$.versions[0].reason").value("处务会同意"));
    assertThat(live()).isEqualTo(45);
    assertThat(text()).contains("hold: PT45M");
    assertThat(forms.call.resolve(".publishing")).doesNotExist();
    assertThat(events("CALL_PUBLISHED")).isOne();
    assertThat(events("CALL_IN_EFFECT")).isOne();
    assertThat(jdbc.sql("select waiting from unit_call").query(Boolean.class).single()).isTrue();
  }

  @Test
  void makesWhoeverWritesInADraftItsAuthor() throws Exception {
    saves("admin", holding(45), tag());
    saves("second", holding(46), tag());
    submits("admin");
    publishes("second", true).andExpect(status().isConflict());
    publishes("admin", true).andExpect(status().isConflict());
  }

  @Test
  void triesADraftOnWhatIsStoredAndTellsItMasked() throws Exception {
    delivered(1);
    filed(1, 1, DossierState.ACCEPTED);
    asks(Role.CLERK, CALL + "/trial").andExpect(status().isNotFound());
    tries("clerk").andExpect(status().isForbidden());
    tries("admin")
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.of").value(1))
        .andExpect(jsonPath("$.by").value("admin"));
    asks(Role.CLERK, CALL + "/trial")
        .andExpect(jsonPath("$.state").value("DONE"))
        .andExpect(jsonPath("$.outdated").value(false))
        .andExpect(jsonPath("$.sum.differing").isNumber())
        .andExpect(jsonPath("$.items").isArray());
    asks(Role.OFFICER, CALL + "/trial").andExpect(status().isForbidden());
    saves("admin", holding(45), tag());
    asks(Role.CLERK, CALL + "/trial").andExpect(jsonPath("$.outdated").value(true));
    mvc.perform(delete("/api/v1" + CALL + "/trial").with(as("admin"))).andExpect(status().isOk());
  }

  @Test
  void triesNothingThatDoesNotLoad() throws Exception {
    mvc.perform(
        body(put("/api/v1" + CALL + "?unfinished=true"), with(FileNames.CALL, "scan", "fax"), tag())
            .with(as("admin")));
    tries("admin").andExpect(status().isConflict());
    mvc.perform(post("/api/v1/calls/none-2020/trial").with(as("admin")))
        .andExpect(status().isNotFound());
  }

  @Test
  void warnsOfADepartmentWhoseRouteIsNotThere() throws Exception {
    mvc.perform(
            body(
                    post("/api/v1" + CALL + "/check"),
                    with(
                        FileNames.CALL,
                        "  - id: sx-zjfw\\n",
                        "  - id: sx-zjfw\n    endpoint: nowhere-sftp\n"),
                    "")
                .with(as("admin")))
        .andExpect(jsonPath("$.warnings[*].code", hasItem("ENDPOINT_MISSING")));
  }

  @Test
  void refusesADraftBeneathWhichTheFolderChanged() throws Exception {
    saves("admin", holding(45), tag());
    submits("admin");
    byHand("hold: PT30M", "hold: PT40M");
    publishes("second", true)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("expectedVersion"))
        .andExpect(jsonPath("$.errors[0].zh", containsString("call.yaml")));
    assertThat(text()).contains("hold: PT40M");
    asks(Role.ADMIN, CALL).andExpect(jsonPath("$.draft.stale[0]").value("call.yaml"));
  }

  @Test
  void bringsAFormerVersionBackByTheSameDoor() throws Exception {
    String first = tag();
    saves("admin", holding(45), first);
    submits("admin");
    publishes("second", true);
    brings("second", first)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.draft.authors[0]").value("second"))
        .andExpect(jsonPath("$.draft.reason", containsString(first)));
    submits("second");
    publishes("second", true).andExpect(status().isConflict());
    publishes("admin", true).andExpect(status().isOk());
    assertThat(live()).isEqualTo(30);
    assertThat(tag()).isEqualTo(first);
    brings("admin", "../../etc").andExpect(status().isNotFound());
    brings("admin", first).andExpect(status().isConflict());
  }

  /** What is left when the office stops while the files are written. */
  @Test
  void finishesAtItsStartWhatItWasPublishing() throws Exception {
    Draft draft = publishing();
    Files.createFile(forms.call.resolve(".publishing"));
    forms.shelf.reload();
    desk.catchUp();
    assertThat(live()).isEqualTo(45);
    assertThat(text()).contains("hold: PT45M");
    assertThat(forms.call.resolve(".publishing")).doesNotExist();
    assertThat(drafts.open(People.CALL)).isEmpty();
    asks(Role.ADMIN, CALL)
        .andExpect(jsonPath("$.versions[0].by").value("second"))
        .andExpect(
            jsonPath("$.versions[0].version")
                .value(draft.publication().orElseThrow().version().value()));
    desk.catchUp();
    assertThat(events("CALL_WRITTEN")).isOne();
    assertThat(events("CALL_IN_EFFECT")).isOne();
  }

  @Test
  void tellsWhyItCannotFinishAndGivesTheDraftBackToItsAuthors() throws Exception {
    publishing();
    byHand("waitDays: 15", "waitDays: 14");
    desk.catchUp();
    assertThat(text()).contains("waitDays: 14", "hold: PT30M");
    assertThat(drafts.open(People.CALL)).map(Draft::state).contains(Draft.State.OPEN);
    assertThat(
            jdbc.sql("select reason from event where kind = 'CALL_HELD_BACK'")
                .query(String.class)
                .single())
        .contains("sx-bqw-2020", "call.yaml");
  }

  private Draft publishing() throws Exception {
    saves("admin", holding(45), tag());
    submits("admin");
    Draft submitted = drafts.open(People.CALL).orElseThrow();
    CallVersion version = folders.check(People.CALL, submitted.files()).version().orElseThrow();
    Draft decided =
        new Draft(
            submitted.id(),
            submitted.call(),
            Draft.State.PUBLISHING,
            submitted.files(),
            submitted.base(),
            submitted.authors(),
            submitted.reason(),
            submitted.savedAt(),
            Optional.of(new Draft.Publication("second", "同意", submitted.savedAt(), version)),
            submitted.version() + 1);
    drafts.save(decided, new Act(Act.Kind.CALL_PUBLISHED, "second", "同意"));
    return decided;
  }

  @Test
  void givesADraftUp() throws Exception {
    saves("admin", holding(45), tag());
    mvc.perform(delete("/api/v1" + CALL + "/draft").header("If-Match", "\"x\"").with(as("admin")))
        .andExpect(status().isPreconditionFailed());
    mvc.perform(
            delete("/api/v1" + CALL + "/draft")
                .header("If-Match", '"' + tag() + '"')
                .with(as("admin")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.draft").value(nullValue()));
    assertThat(events("CALL_WITHDRAWN")).isOne();
  }

  @Test
  void begetsANewCallFromItsDraft() throws Exception {
    Map<String, String> files = holding(45);
    mvc.perform(body(put("/api/v1/calls/sx-bqw-2021"), files, "new").with(as("admin")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(nullValue()))
        .andExpect(jsonPath("$.draft.base").value(nullValue()));
    String tag = tag("/calls/sx-bqw-2021");
    mvc.perform(
            post("/api/v1/calls/sx-bqw-2021/review")
                .header("If-Match", '"' + tag + '"')
                .with(as("admin")))
        .andExpect(status().isOk());
    mvc.perform(
            body(
                    post("/api/v1/calls/sx-bqw-2021/publication"),
                    Map.of(
                        "reason",
                        "新通知",
                        "nearDeadline",
                        true,
                        "expectedVersion",
                        tag("/calls/sx-bqw-2021")))
                .with(as("second")))
        .andExpect(status().isOk());
    assertThat(forms.shelf.find(new cn.baosong.core.call.CallId("sx-bqw-2021"))).isPresent();
  }

  @Test
  void letsOnlyAnAdministratorWrite() throws Exception {
    mvc.perform(body(put("/api/v1" + CALL), holding(45), tag()).with(as("clerk")))
        .andExpect(status().isForbidden());
    mvc.perform(body(put("/api/v1" + CALL), holding(45), tag()).with(as("auditor")))
        .andExpect(status().isForbidden());
  }

  private ResultActions saves(String who, Map<String, String> files, String seen) throws Exception {
    return mvc.perform(
        body(put("/api/v1" + CALL), files, null)
            .header("If-Match", '"' + seen + '"')
            .with(as(who)));
  }

  private ResultActions tries(String who) throws Exception {
    return mvc.perform(post("/api/v1" + CALL + "/trial").with(as(who)));
  }

  private ResultActions submits(String who) throws Exception {
    return mvc.perform(
        post("/api/v1" + CALL + "/review").header("If-Match", '"' + tag() + '"').with(as(who)));
  }

  private ResultActions publishes(String who, boolean near) throws Exception {
    return mvc.perform(
        body(
                post("/api/v1" + CALL + "/publication"),
                Map.of("reason", "处务会同意", "nearDeadline", near, "expectedVersion", tag()))
            .with(as(who)));
  }

  private ResultActions brings(String who, String version) throws Exception {
    return mvc.perform(
        body(
                post("/api/v1" + CALL + "/draft"),
                Map.of("version", version, "expectedVersion", tag()))
            .with(as(who)));
  }

  private static org.springframework.test.web.servlet.request.RequestPostProcessor as(String who) {
    return SecurityMockMvcRequestPostProcessors.httpBasic(who, SECRET);
  }

  private static MockHttpServletRequestBuilder body(
      MockHttpServletRequestBuilder request, Map<String, String> files, @Nullable String seen)
      throws IOException {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("files", files);
    body.put("reason", "会议定的");
    body.put("expectedVersion", seen);
    return body(request, body);
  }

  private static MockHttpServletRequestBuilder body(
      MockHttpServletRequestBuilder request, Map<String, ? extends @Nullable Object> body)
      throws IOException {
    return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsBytes(body));
  }

  private Map<String, String> holding(int minutes) throws Exception {
    return with(FileNames.CALL, "hold: PT\\d+M", "hold: PT" + minutes + "M");
  }

  private Map<String, String> with(String file, String words, String others) throws Exception {
    Map<String, String> files = new HashMap<>();
    JsonNode shown = read(CALL).at("/files");
    shown.fields().forEachRemaining(f -> files.put(f.getKey(), f.getValue().asText()));
    files.computeIfPresent(file, (name, text) -> text.replaceFirst(words, others));
    return files;
  }

  private JsonNode read(String call) throws Exception {
    return JSON.readTree(
        mvc.perform(get("/api/v1" + call).with(as("admin")))
            .andReturn()
            .getResponse()
            .getContentAsByteArray());
  }

  private String tag() throws Exception {
    return tag(CALL);
  }

  private String tag(String call) throws Exception {
    String tag =
        mvc.perform(get("/api/v1" + call).with(as("admin")))
            .andReturn()
            .getResponse()
            .getHeader("ETag");
    assertThat(tag).isNotNull();
    return tag.replace("\"", "");
  }

  private void byHand(String words, String others) throws IOException {
    Files.writeString(
        forms.call.resolve(FileNames.CALL), text().replace(words, others), StandardCharsets.UTF_8);
  }

  private String text() throws IOException {
    return Files.readString(forms.call.resolve(FileNames.CALL), StandardCharsets.UTF_8);
  }

  private long live() {
    return forms.shelf.find(People.CALL).orElseThrow().letters().hold().toMinutes();
  }

  private long stored() {
    return jdbc.sql("select count(*) from call_draft").query(Long.class).single();
  }
}
