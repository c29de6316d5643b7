package cn.baosong.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Letters;
import cn.baosong.desk.Queues;
import cn.baosong.desk.Submissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An office that is open, emptied before each story; one account a role, named like it. */
@SpringBootTest(
    classes = OfficeSlice.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:web;DB_CLOSE_DELAY=-1",
      "spring.datasource.username=sa",
      "spring.datasource.password="
    })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
abstract class OpenOffice {
  static final String SECRET = "secret-Password-1";

  /** Hashed once: BCrypt is slow on purpose. */
  private static String hash = "";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired Submissions submissions;
  @Autowired Dossiers dossiers;
  @Autowired Letters letters;
  @Autowired Queues queues;
  @Autowired PasswordEncoder encoder;

  @BeforeEach
  void empty() {
    for (String table :
        new String[] {
          "pending_ruling",
          "proposal",
          "delivery",
          "queue_entry",
          "letter",
          "decision",
          "contact",
          "dossier",
          "receipt",
          "submission",
          "cover",
          "scan",
          "original",
          "stray",
          "paper",
          "unit_call",
          "sender_binding",
          "access_token",
          "call_draft",
          "event",
          "state_count",
          "state_change"
        }) {
      jdbc.sql("delete from " + table).update();
    }
    jdbc.sql("delete from account where name <> 'admin'").update();
    hash = hash.isEmpty() ? encoder.encode(SECRET) : hash;
    for (Role role : Role.values()) {
      account(user(role), Set.of(role), role == Role.OFFICER ? Set.of("zjc") : Set.of());
    }
  }

  void account(String name, Set<Role> roles, Set<String> departments) {
    accounts.save(
        new Account(name, hash, roles, departments, false, false),
        Act.byMachine(Act.Kind.ACCOUNT_CHANGED));
  }

  static String user(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  static RequestPostProcessor as(Role role) {
    return httpBasic(user(role), SECRET);
  }

  /** Somebody at a browser who has logged in. */
  static RequestPostProcessor signedIn(Role role) {
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new Viewer(user(role), Set.of(role), Set.of()),
            "",
            List.of(new SimpleGrantedAuthority("ROLE_" + role.name()))));
  }

  ResultActions asks(Role role, String path) throws Exception {
    return mvc.perform(MockMvcRequestBuilders.get("/api/v1" + path).with(as(role)));
  }

  ResultActions posts(Role role, String path, String json) throws Exception {
    return mvc.perform(json(MockMvcRequestBuilders.post("/api/v1" + path), json).with(as(role)));
  }

  ResultActions puts(Role role, String path, String json) throws Exception {
    return mvc.perform(json(MockMvcRequestBuilders.put("/api/v1" + path), json).with(as(role)));
  }

  private static MockHttpServletRequestBuilder json(
      MockHttpServletRequestBuilder request, String json) {
    return request.contentType(MediaType.APPLICATION_JSON).content(json);
  }

  void delivered(int serial) {
    delivered(serial, SubmissionState.PROCESSED);
  }

  void delivered(int serial, SubmissionState state) {
    submissions.save(
        People.submission(serial, state, "材料" + serial + ".zip"),
        Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
  }

  /** A person in a delivery, decided by the machine; an accepted one stands in its queue. */
  Dossier filed(int serial, int submission, DossierState state) {
    Dossier dossier = People.dossier(serial, submission, state, "张三" + serial);
    dossiers.save(dossier, Act.byMachine(Act.Kind.DOSSIER_FILED));
    dossiers.decide(People.decision(dossier), Act.byMachine(Act.Kind.DECISION_MADE));
    if (state == DossierState.ACCEPTED) {
      queues.save(People.queued(dossier), Act.byMachine(Act.Kind.QUEUED));
    }
    return dossier;
  }

  long events(String kind) {
    return jdbc.sql("select count(*) from event where kind = ?")
        .param(kind)
        .query(Long.class)
        .single();
  }
}
