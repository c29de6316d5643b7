package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Log-ins lie in the database: what ends one still ends it there. */
class SessionsTest extends OpenOffice {
  @BeforeEach
  void nobodyIsIn() {
    jdbc.sql("delete from spring_session").update();
  }

  @Test
  void liesInTheDatabaseAndEndsWithTheLogOut() throws Exception {
    Cookie in = logsIn("clerk");
    staysIn(in);
    assertThat(in.isHttpOnly()).isTrue();
    assertThat(sessionsOf("clerk")).isOne();

    mvc.perform(post("/logout").cookie(in).with(csrf())).andExpect(redirectedUrl("/login?logout"));
    assertThat(sessionsOf("clerk")).isZero();
    isOut(in);
  }

  @Test
  void aFourthLogInEndsTheOneThatWasLongestIdle() throws Exception {
    Cookie first = logsIn("clerk");
    List<Cookie> others = List.of(logsIn("clerk"), logsIn("clerk"));
    jdbc.sql(
            "update spring_session set last_access_time = last_access_time - 60000 where primary_id = (select primary_id from spring_session order by creation_time limit 1)")
        .update();
    Cookie fourth = logsIn("clerk");

    mvc.perform(get("/").cookie(first)).andExpect(redirectedUrl("/login?elsewhere"));
    staysIn(fourth);
    for (Cookie other : others) {
      staysIn(other);
    }
  }

  @Test
  void endsWhenThePasswordOrARoleChangesOrTheAccountIsDisabled() throws Exception {
    Cookie clerk = logsIn("clerk");
    staysIn(clerk);
    Account before = accounts.find("clerk").orElseThrow();
    change(
        new Account(
            "clerk", encoder.encode("another-Word-2"), before.roles(), Set.of(), false, false));
    isOut(clerk);

    Cookie auditor = logsIn("auditor");
    staysIn(auditor);
    account("auditor", Set.of(Role.AUDITOR, Role.CLERK), Set.of());
    isOut(auditor);

    Cookie admin = logsIn("mail_room");
    staysIn(admin);
    Account room = accounts.find("mail_room").orElseThrow();
    change(new Account("mail_room", room.password(), room.roles(), Set.of(), true, false));
    isOut(admin);
  }

  @Test
  void oneThatCannotBeReadIsAsGoodAsNone() throws Exception {
    Cookie in = logsIn("clerk");
    staysIn(in);
    jdbc.sql("update spring_session_attributes set attribute_bytes = ?")
        .param("of another build".getBytes(StandardCharsets.UTF_8))
        .update();
    isOut(in);

    staysIn(logsIn("clerk", in));
  }

  @Test
  void readsNoClassThatALogInIsNotMadeOf() throws Exception {
    Cookie in = logsIn("clerk");
    jdbc.sql(
            "update spring_session_attributes set attribute_bytes = ? where attribute_name like 'SPRING%'")
        .param(serialized(new java.net.URL("http://localhost/")))
        .update();
    isOut(in);
  }

  @Test
  void keepsNothingOfALogInThatFailed() throws Exception {
    mvc.perform(
            post("/login")
                .param("username", "clerk")
                .param("password", "wrong-Word-9")
                .with(csrf()))
        .andExpect(redirectedUrl("/login?error"));
    assertThat(
            jdbc.sql("select attribute_bytes from spring_session_attributes")
                .query(byte[].class)
                .list())
        .noneMatch(b -> new String(b, StandardCharsets.ISO_8859_1).contains("wrong-Word-9"));
  }

  private static byte[] serialized(Object thing) throws Exception {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (java.io.ObjectOutputStream out = new java.io.ObjectOutputStream(bytes)) {
      out.writeObject(thing);
    }
    return bytes.toByteArray();
  }

  private void change(Account account) {
    accounts.save(account, Act.byMachine(Act.Kind.ACCOUNT_CHANGED));
  }

  private long sessionsOf(String name) {
    return jdbc.sql("select count(*) from spring_session where principal_name = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  private Cookie logsIn(String name, Cookie... before) throws Exception {
    var request = post("/login").param("username", name).param("password", SECRET).with(csrf());
    return Objects.requireNonNull(
        mvc.perform(before.length == 0 ? request : request.cookie(before))
            .andExpect(redirectedUrl("/"))
            .andReturn()
            .getResponse()
            .getCookie("SESSION"));
  }

  private void staysIn(Cookie session) throws Exception {
    mvc.perform(get("/me").cookie(session)).andExpect(status().isOk());
  }

  private void isOut(Cookie session) throws Exception {
    mvc.perform(get("/me").accept(MediaType.TEXT_HTML).cookie(session))
        .andExpect(status().isFound())
        .andExpect(redirectedUrlPattern("**/login"));
  }
}
