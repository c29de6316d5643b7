package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.HeldEdits;
import cn.baosong.desk.night.FreezeDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** An edit of a call's folder near a deadline: it waits until somebody confirms it. */
class HeldEditTest extends OpenOffice {
  private static final String PAGE = "/calls/" + People.CALL;

  @Autowired private DraftSlice.OwnForms forms;
  @Autowired private FreezeDesk desk;
  @Autowired private CallHistory history;
  @Autowired private Audit audit;
  private CallVersion running;

  @BeforeEach
  void editTheFolderOnTheLastDay() throws IOException {
    forms.reset();
    running = version();
    forms.near = true;
    Path yaml = forms.call.resolve("call.yaml");
    String text = Files.readString(yaml, StandardCharsets.UTF_8);
    Files.writeString(yaml, text.replace("hold: PT30M", "hold: PT40M"), StandardCharsets.UTF_8);
    forms.shelf.reload();
    desk.look();
  }

  @AfterEach
  void asShipped() throws IOException {
    forms.reset();
  }

  private CallVersion version() {
    return forms.shelf.find(People.CALL).orElseThrow().version();
  }

  private List<String> acts(Act.Kind kind) {
    return jdbc.sql("select actor || ' ' || reason from event where kind = ? order by ord")
        .param(kind.name())
        .query(String.class)
        .list();
  }

  private ResultActions confirms(CallVersion seen, String reason) throws Exception {
    return mvc.perform(
        post(PAGE + "/confirmation")
            .param("version", seen.value())
            .param("reason", reason)
            .with(signedIn(Role.CLERK))
            .with(csrf())
            .locale(Locale.CHINA));
  }

  @Test
  void saysThatTheEditWaitsAndWhatItChanges() throws Exception {
    CallVersion next = desk.waiting().get(0).edit().version();
    mvc.perform(get(PAGE).with(signedIn(Role.CLERK)).locale(Locale.CHINA))
        .andExpect(content().string(containsString("还没有生效，等人确认")))
        .andExpect(content().string(containsString("hold: PT40M")))
        .andExpect(content().string(containsString("确认生效")));
    mvc.perform(get(PAGE).with(signedIn(Role.AUDITOR)).locale(Locale.CHINA))
        .andExpect(content().string(containsString("还没有生效")))
        .andExpect(content().string(not(containsString("确认生效"))));
    assertThat(version()).isEqualTo(running);
    assertThat(acts(Act.Kind.CALL_EDIT_HELD)).containsExactly("system " + next + " " + running);
    desk.look();
    assertThat(acts(Act.Kind.CALL_EDIT_HELD)).as("told once").hasSize(1);
    assertThat(desk.waiting().get(0).since()).isPresent();
  }

  @Test
  void takesEffectWhenAClerkConfirmsItWithAReason() throws Exception {
    CallVersion next = desk.waiting().get(0).edit().version();
    confirms(next, "  ").andExpect(flash().attribute("refused", containsString("请写明")));
    confirms(running, "晚到的邮件").andExpect(flash().attribute("refused", containsString("已经变了")));
    assertThat(version()).isEqualTo(running);

    confirms(next, "邮路中断，多等五天").andExpect(redirectedUrl(PAGE));
    assertThat(version()).isEqualTo(next);
    assertThat(acts(Act.Kind.CALL_EDIT_CONFIRMED)).containsExactly("clerk " + next + " 邮路中断，多等五天");
    CallHistory.Entry entry = history.of(People.CALL).get(0);
    assertThat(entry.version()).isEqualTo(next);
    assertThat(entry.by()).isEqualTo("clerk");
    assertThat(entry.reason()).isEqualTo("邮路中断，多等五天");
    assertThat(desk.waiting()).isEmpty();
  }

  @Test
  void endsACallWhoseFolderWasRemovedOnlyWhenAClerkConfirmsIt() throws Exception {
    forms.remove();
    desk.look();
    mvc.perform(get(PAGE).with(signedIn(Role.CLERK)).locale(Locale.CHINA))
        .andExpect(content().string(containsString("文件夹被移走，还没有停办")))
        .andExpect(content().string(containsString("确认停办")))
        .andExpect(content().string(not(containsString("改了什么"))));
    mvc.perform(get(PAGE).param("lang", "en").with(signedIn(Role.CLERK)))
        .andExpect(content().string(containsString("The folder of the call was removed")));
    assertThat(version()).isEqualTo(running);
    assertThat(acts(Act.Kind.CALL_EDIT_HELD)).contains("system removal " + running);

    confirms(HeldEdits.Held.REMOVAL, "通知已撤销").andExpect(redirectedUrl("/calls"));
    assertThat(forms.shelf.find(People.CALL)).isEmpty();
    assertThat(acts(Act.Kind.CALL_EDIT_CONFIRMED)).containsExactly("clerk removal 通知已撤销");
    assertThat(acts(Act.Kind.CALL_REMOVED)).containsExactly("clerk removal 通知已撤销");
  }

  @Test
  void neverTakesOneConfirmationForTwoRemovals() throws IOException {
    forms.remove();
    desk.look();
    audit.note("calls/" + People.CALL, new Act(Act.Kind.CALL_EDIT_CONFIRMED, "wang", "removal 误发"));
    desk.look();
    assertThat(forms.shelf.find(People.CALL)).as("what was half done").isEmpty();
    forms.reset();
    forms.near = true;
    forms.remove();
    desk.look();
    assertThat(forms.shelf.find(People.CALL)).isPresent();
    assertThat(acts(Act.Kind.CALL_EDIT_HELD)).filteredOn(a -> a.contains("removal")).hasSize(2);
  }

  @Test
  void tellsAndTakesTheSameOfAProgram() throws Exception {
    CallVersion next = desk.waiting().get(0).edit().version();
    for (String path : List.of("/api/v1/calls/" + People.CALL, "/api/v1/calls")) {
      mvc.perform(get(path).with(signedIn(Role.OFFICER)))
          .andExpect(content().string(containsString("\"held\":{\"version\":\"" + next + "\"")))
          .andExpect(content().string(containsString("\"running\":\"" + running + "\"")));
    }
    answers("{\"version\":\"" + next + "\"}", 400);
    answers("{\"version\":\"" + running + "\",\"reason\":\"晚到\"}", 409);
    assertThat(version()).isEqualTo(running);
    answers("{\"version\":\"" + next + "\",\"reason\":\"邮路中断\"}", 204);
    assertThat(version()).isEqualTo(next);
    mvc.perform(get("/api/v1/calls/" + People.CALL).with(signedIn(Role.OFFICER)))
        .andExpect(content().string(containsString("\"held\":null")));
  }

  private void answers(String body, int status) throws Exception {
    mvc.perform(
            post("/api/v1/calls/" + People.CALL + "/confirmation")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(signedIn(Role.CLERK))
                .with(csrf()))
        .andExpect(status().is(status));
  }

  /** The journal had it, and the office stopped before the edit took effect. */
  @Test
  void finishesAfterARestartWhatSomebodyHadConfirmed() {
    CallVersion next = desk.waiting().get(0).edit().version();
    audit.note(
        "calls/" + People.CALL, new Act(Act.Kind.CALL_EDIT_CONFIRMED, "wang", next + " 多等五天"));
    desk.look();
    assertThat(version()).isEqualTo(next);
    assertThat(history.of(People.CALL).get(0).by()).isEqualTo("wang");
  }
}
