package cn.baosong.web.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import cn.baosong.desk.Accounts.Role;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Which role may do what. A path that nobody answers is open to whoever is signed in, so that it is
 * told as not found; a test holds every path that is answered against this list.
 */
final class Access {
  private static final String V1 = "/api/v1/";

  private final AuthorizeHttpRequestsConfigurer<HttpSecurity>
          .AuthorizationManagerRequestMatcherRegistry
      rules;

  private Access(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    this.rules = rules;
  }

  static void ofPrograms(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    new Access(rules)
        .open("/actuator/health", "/actuator/health/**")
        .allow(GET, new String[] {"/actuator/prometheus"}, Role.ADMIN, Role.AUDITOR)
        .signedIn("/v3/api-docs", "/v3/api-docs/**", V1 + "calls", V1 + "calls/*", V1 + "units")
        .intake()
        .departments()
        .letters()
        .operation()
        .accounts();
    rules.requestMatchers("/actuator/**").hasRole(Role.ADMIN.name());
    rules.anyRequest().authenticated();
  }

  static void ofPages(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    // a stream that goes on was let in when it began, and why something failed is told to whoever
    // asked
    rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
    new Access(rules)
        .open(
            "/login", "/style.css", "/live.js", "/edit.js", "/favicon.svg", "/webjars/**", "/error")
        .signedIn("/", "/me")
        .acts("/me/password", "/me/tokens", "/me/tokens/*/revoke")
        .allow(GET, new String[] {"/list"}, Role.CLERK, Role.MAIL_ROOM, Role.AUDITOR)
        .allow(
            GET,
            new String[] {"/submissions/*", "/submissions/*/way", "/letters", "/letters/*"},
            Role.CLERK,
            Role.AUDITOR)
        .allow(
            GET, new String[] {"/dossiers", "/dossiers/*"}, Role.CLERK, Role.OFFICER, Role.AUDITOR)
        .inbox()
        .dossierPages()
        .mailRoom()
        .queues()
        .operationPages()
        .post()
        .allow(POST, new String[] {"/letters/*/stop", "/letters/*/release"}, Role.CLERK);
    rules.anyRequest().denyAll();
  }

  private Access post() {
    return allow(
            GET, paths("/mailings", "/mailings.xlsx", "/correspondence"), Role.CLERK, Role.AUDITOR)
        .allow(POST, paths("/mailings/*/called", "/mailings/*/again", "/mailings/now"), Role.CLERK);
  }

  private Access mailRoom() {
    return allow(
            GET,
            paths("/paper/new", "/paper/units", "/paper/list", "/paper/list.xlsx"),
            Role.CLERK,
            Role.MAIL_ROOM)
        .allow(
            GET,
            paths(
                "/paper",
                "/paper/*",
                "/paper/scans/*",
                "/paper/covers/*",
                "/paper/*/slip",
                "/paper/*/slip.pdf",
                "/register",
                "/submissions/*/receipt"),
            Role.CLERK,
            Role.MAIL_ROOM,
            Role.AUDITOR)
        .allow(
            POST,
            paths(
                "/paper/new", "/paper/confirm", "/paper/list", "/paper/covers", "/paper/*/covers"),
            Role.CLERK,
            Role.MAIL_ROOM)
        .allow(
            POST,
            paths(
                "/paper/*/closing",
                "/paper/*/originals/*",
                "/paper/strays/*/forwarding",
                "/paper/scans/*/dossier",
                "/paper/scans/*/ending"),
            Role.CLERK,
            Role.MAIL_ROOM)
        .allow(POST, paths("/paper/*/transfer", "/paper/*/forwarding"), Role.CLERK);
  }

  /** What the office runs by. */
  private Access operationPages() {
    return allow(GET, new String[] {"/sealed"}, Role.ADMIN)
        .allow(GET, new String[] {"/accounts", "/audit"}, Role.ADMIN, Role.AUDITOR)
        .allow(POST, new String[] {"/accounts"}, Role.ADMIN)
        .allow(POST, new String[] {"/audit/chain"}, Role.ADMIN, Role.AUDITOR)
        .callPages()
        .allow(
            GET,
            paths("/desk", "/desk/now", "/live"),
            Role.CLERK,
            Role.MAIL_ROOM,
            Role.AUDITOR,
            Role.ADMIN)
        .allow(GET, paths("/progress"), Role.CLERK, Role.AUDITOR)
        .allow(
            GET,
            paths("/missing", "/missing/unit", "/missing/export.xlsx"),
            Role.CLERK,
            Role.AUDITOR)
        .allow(GET, paths("/missing/reminders"), Role.CLERK)
        .allow(POST, paths("/missing/reminders", "/missing/contacts"), Role.CLERK)
        .allow(GET, paths("/reconciliation"), Role.CLERK, Role.AUDITOR, Role.ADMIN)
        .allow(
            POST, paths("/reconciliation/refetch", "/reconciliation/probe"), Role.CLERK, Role.ADMIN)
        .allow(GET, paths("/routes", "/routes/*"), Role.CLERK, Role.AUDITOR, Role.ADMIN)
        .allow(GET, paths("/routes/*/*"), Role.ADMIN)
        .allow(POST, paths("/routes/*/*"), Role.ADMIN)
        .allow(GET, new String[] {"/failures"}, Role.CLERK, Role.AUDITOR, Role.ADMIN)
        .allow(GET, paths("/failures/retry"), Role.CLERK, Role.ADMIN)
        .allow(POST, paths("/failures/retry", "/failures/*/retry"), Role.CLERK, Role.ADMIN);
  }

  /** An administrator writes, and another publishes, which the desk sees to. */
  private Access callPages() {
    return allow(GET, paths("/calls/new", "/calls/*/edit"), Role.ADMIN)
        .allow(
            GET,
            paths(
                "/calls",
                "/calls/*",
                "/calls/*/draft",
                "/calls/*/trial",
                "/calls/*/versions/*",
                "/calls/*/night",
                "/calls/*/night/*"),
            Role.CLERK,
            Role.AUDITOR,
            Role.ADMIN)
        .allow(POST, paths("/calls/*/settlements", "/calls/*/confirmation"), Role.CLERK, Role.ADMIN)
        .allow(
            POST,
            paths(
                "/calls/*/edit",
                "/calls/*/review",
                "/calls/*/withdrawal",
                "/calls/*/publication",
                "/calls/*/trial",
                "/calls/*/trial/cancel",
                "/calls/*/versions/*"),
            Role.ADMIN);
  }

  private Access inbox() {
    return allow(GET, paths("/export.xlsx"), Role.CLERK, Role.MAIL_ROOM, Role.AUDITOR)
        .allow(GET, paths("/upload"), Role.CLERK, Role.MAIL_ROOM)
        .allow(POST, paths("/upload"), Role.CLERK, Role.MAIL_ROOM)
        .allow(GET, paths("/assignments", "/assignments/done"), Role.CLERK)
        .allow(GET, paths("/senders", "/senders/known"), Role.CLERK, Role.AUDITOR)
        .allow(POST, paths("/senders/bind", "/senders/dismiss", "/senders/*/end"), Role.CLERK)
        .allow(POST, paths("/submissions/*/restore", "/submissions/*/read"), Role.CLERK)
        .allow(POST, paths("/assignments", "/submissions/*/clearance"), Role.CLERK);
  }

  /** Whose department it is, the page itself checks. */
  private Access dossierPages() {
    return allow(
            GET,
            paths(
                "/dossiers/*/files/*",
                "/dossiers/*/form.pdf",
                "/dossiers/*/comparison",
                "/dossiers/*/comparison.pdf",
                "/dossiers/*/crops/*/*/*"),
            Role.CLERK,
            Role.OFFICER,
            Role.AUDITOR)
        .allow(GET, new String[] {"/submissions/*/original"}, Role.CLERK, Role.AUDITOR)
        .allow(
            POST,
            paths(
                "/dossiers/rulings",
                "/dossiers/confirmations",
                "/dossiers/*/rulings",
                "/dossiers/*/rulings/*/confirmation",
                "/dossiers/*/crops/*/*",
                "/dossiers/*/identity"),
            Role.CLERK)
        .allow(GET, paths("/dossiers/*/keying"), Role.CLERK, Role.MAIL_ROOM)
        .allow(POST, paths("/dossiers/*/keying"), Role.CLERK, Role.MAIL_ROOM);
  }

  /** Whose department it is, the pages check. */
  private Access queues() {
    return allow(
            GET,
            new String[] {"/queues", "/queues/*", "/queues/*/handed/*"},
            Role.OFFICER,
            Role.CLERK,
            Role.AUDITOR)
        .allow(GET, new String[] {"/queues/*/cases/*"}, Role.OFFICER, Role.CLERK)
        .allow(
            POST,
            new String[] {"/queues/*/claim", "/queues/*/return", "/queues/*/handover"},
            Role.OFFICER);
  }

  private Access intake() {
    return allow(GET, v1("submissions", "submissions/*"), Role.CLERK, Role.MAIL_ROOM, Role.AUDITOR)
        .allow(POST, v1("submissions"), Role.CLERK, Role.MAIL_ROOM)
        .allow(POST, v1("submissions/*/assignment", "submissions/*/rulings"), Role.CLERK)
        .allow(GET, v1("senders", "senders/waiting"), Role.CLERK, Role.AUDITOR)
        .allow(POST, v1("senders", "senders/dismissals"), Role.CLERK)
        .allow(DELETE, v1("senders/*", "senders/dismissals/*"), Role.CLERK)
        .allow(GET, v1("sealed"), Role.ADMIN)
        .allow(
            GET,
            v1("dossiers", "dossiers/*", "dossiers/*/decisions"),
            Role.CLERK,
            Role.OFFICER,
            Role.AUDITOR)
        .allow(
            POST,
            v1("dossiers/*/rulings", "dossiers/*/rulings/*/confirmation", "dossiers/confirmations"),
            Role.CLERK)
        .allow(
            GET,
            v1("proposals", "progress", "calls/*/missing-units", "calls/*/contacts"),
            Role.CLERK,
            Role.AUDITOR)
        .allow(
            GET,
            v1("paper", "paper/*", "paper/*/covers", "paper/*/originals"),
            Role.CLERK,
            Role.MAIL_ROOM,
            Role.AUDITOR)
        .allow(
            POST,
            v1(
                "paper",
                "paper/list",
                "paper/strays",
                "paper/strays/*/registration",
                "paper/strays/*/forwarding",
                "paper/*/confirmation",
                "paper/*/covers",
                "paper/*/closing",
                "paper/*/originals/*/moves"),
            Role.CLERK,
            Role.MAIL_ROOM)
        .allow(POST, v1("paper/*/transfer", "paper/*/forwarding"), Role.CLERK);
  }

  /** Whose department it is, the queue itself checks. */
  private Access departments() {
    return allow(GET, v1("departments/*/queue"), Role.CLERK, Role.OFFICER, Role.AUDITOR)
        .allow(POST, v1("departments/**"), Role.OFFICER);
  }

  private Access letters() {
    return allow(GET, v1("notices", "notices/*", "correspondence"), Role.CLERK, Role.AUDITOR)
        .allow(POST, v1("notices/*/stop", "notices/*/release"), Role.CLERK);
  }

  private Access operation() {
    return allow(PUT, v1("units"), Role.CLERK, Role.ADMIN)
        .allow(POST, v1("calls/*/reminders", "calls/*/contacts"), Role.CLERK)
        .allow(
            POST,
            v1("calls/*/settlements", "calls/*/confirmation", "calls/*/check"),
            Role.CLERK,
            Role.ADMIN)
        .allow(PUT, v1("calls/*"), Role.ADMIN)
        .allow(POST, v1("calls/*/draft", "calls/*/review", "calls/*/publication"), Role.ADMIN)
        .allow(DELETE, v1("calls/*/draft", "calls/*/trial"), Role.ADMIN)
        .allow(POST, v1("calls/*/trial"), Role.ADMIN)
        .allow(GET, v1("calls/*/trial"), Role.CLERK, Role.AUDITOR, Role.ADMIN)
        .allow(GET, v1("routes", "failures"), Role.CLERK, Role.AUDITOR, Role.ADMIN)
        .allow(GET, v1("reconciliation"), Role.CLERK, Role.AUDITOR, Role.ADMIN)
        .allow(POST, v1("routes/*/*"), Role.ADMIN)
        .allow(
            POST,
            v1(
                "failures/retry",
                "failures/*/retry",
                "reconciliation/refetch",
                "reconciliation/probe"),
            Role.CLERK,
            Role.ADMIN);
  }

  private Access accounts() {
    rules.requestMatchers(v1("tokens", "tokens/*")).authenticated();
    return allow(GET, v1("accounts"), Role.ADMIN, Role.AUDITOR)
        .allow(PUT, v1("accounts/*"), Role.ADMIN);
  }

  private Access open(String... paths) {
    rules.requestMatchers(GET, paths).permitAll();
    rules.requestMatchers(POST, "/login").permitAll();
    return this;
  }

  private Access signedIn(String... paths) {
    rules.requestMatchers(GET, paths).authenticated();
    return this;
  }

  /** Acts on what is one's own. */
  private Access acts(String... paths) {
    rules.requestMatchers(POST, paths).authenticated();
    return this;
  }

  private Access allow(HttpMethod method, String[] paths, Role... roles) {
    rules
        .requestMatchers(method, paths)
        .hasAnyRole(Arrays.stream(roles).map(Role::name).toArray(String[]::new));
    return this;
  }

  private static String[] paths(String... paths) {
    return paths;
  }

  private static String[] v1(String... paths) {
    return Arrays.stream(paths).map(path -> V1 + path).toArray(String[]::new);
  }
}
