package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A list is drawn once for all who may see the same, and shows nobody what is another's. The
 * office's clock goes on by a second at each look, so two drawings never show the same time.
 */
class SharedListTest extends OpenOffice {
  private static final String UNBOUND = "/list?state=UNASSIGNED";
  private static final String LINK = "href=\"/submissions/";
  private static final String BOX = "type=\"checkbox\"";
  private static final String TOKEN = "_csrf";

  @Autowired PlayedOffice.Restless changes;
  @Autowired PlayedOffice.WallClock wall;

  @BeforeEach
  void stands() {
    account("wang", Set.of(Role.CLERK), Set.of());
    account("li", Set.of(Role.CLERK), Set.of());
    account("zhao", Set.of(Role.AUDITOR), Set.of());
    account("sun", Set.of(Role.MAIL_ROOM), Set.of());
    delivered(1, SubmissionState.UNASSIGNED);
    changes.still = true;
    changes.happens();
  }

  @AfterEach
  void goesOn() {
    changes.still = false;
  }

  private String shown(String list, RequestPostProcessor reader, Cookie... cookies)
      throws Exception {
    var request = get(list).with(reader);
    return mvc.perform(cookies.length == 0 ? request : request.cookie(cookies))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static RequestPostProcessor named(String name, Role role) {
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new Viewer(name, Set.of(role), Set.of()),
            "",
            List.of(new SimpleGrantedAuthority("ROLE_" + role.name()))));
  }

  @Test
  void isDrawnOnceAfterEachChangeHoweverManyAskForIt() throws Exception {
    String first = shown("/list", named("wang", Role.CLERK));
    assertThat(shown("/list", named("li", Role.CLERK))).isEqualTo(first);
    assertThat(shown("/list", named("wang", Role.CLERK))).isEqualTo(first);
    changes.happens();
    assertThat(shown("/list", named("wang", Role.CLERK))).isNotEqualTo(first);
  }

  /** Whoever follows the news is told of the later act too, and asks again. */
  @Test
  void isNotDrawnAnewForAnActThatItsReaderHasNotBeenToldOf() throws Exception {
    long told = changes.latest();
    String first = shown("/list?told=" + told, named("wang", Role.CLERK));
    changes.happens();
    assertThat(shown("/list?told=" + told, named("li", Role.CLERK))).isEqualTo(first);
    assertThat(shown("/list?told=" + (told + 1), named("li", Role.CLERK))).isNotEqualTo(first);
  }

  /** What changes without an act, such as a channel, is a second old at most. */
  @Test
  void isDrawnAnewWhenTheSecondIsOver() throws Exception {
    String first = shown("/list", named("wang", Role.CLERK));
    wall.pass(Duration.ofSeconds(1));
    assertThat(shown("/list", named("wang", Role.CLERK))).isNotEqualTo(first);
  }

  @Test
  void showsEachReaderWhatTheirOwnRoleMayDoWhoeverAskedBefore() throws Exception {
    for (int round = 0; round < 2; round++) {
      assertThat(shown(UNBOUND, named("wang", Role.CLERK))).contains(LINK, BOX);
      assertThat(shown(UNBOUND, named("zhao", Role.AUDITOR))).contains(LINK).doesNotContain(BOX);
      assertThat(shown(UNBOUND, named("sun", Role.MAIL_ROOM))).doesNotContain(LINK, BOX);
    }
  }

  @Test
  void speaksEachReadersLanguageAndAnswersEachQuestionForItself() throws Exception {
    Cookie english = new Cookie("lang", "en");
    for (int round = 0; round < 2; round++) {
      assertThat(shown("/list", named("wang", Role.CLERK))).contains("报送单位");
      assertThat(shown("/list", named("li", Role.CLERK), english)).doesNotContain("报送单位");
      assertThat(shown("/list?state=QUARANTINED", named("li", Role.CLERK))).doesNotContain(LINK);
    }
  }

  @Test
  void keepsFormsWithTheirTokensOutOfWhatIsShared() throws Exception {
    assertThat(shown(UNBOUND, named("wang", Role.CLERK))).doesNotContain(TOKEN);
    letters.save(
        People.refusal("l1", 1, LetterState.WAITING), Act.byMachine(Act.Kind.LETTER_WRITTEN));
    changes.happens();
    String wang = shown("/list", named("wang", Role.CLERK));
    String li = shown("/list", named("li", Role.CLERK));
    assertThat(wang).contains("/letters/l1/stop", TOKEN);
    assertThat(li).contains("/letters/l1/stop", TOKEN);
    assertThat(token(li)).isNotEqualTo(token(wang));
    assertThat(shown("/list", named("zhao", Role.AUDITOR)))
        .contains("class=\"leaving\"")
        .doesNotContain(TOKEN, "/letters/l1/stop");
  }

  private static String token(String page) {
    return page.substring(page.indexOf(TOKEN)).split("value=\"", 2)[1].split("\"", 2)[0];
  }
}
