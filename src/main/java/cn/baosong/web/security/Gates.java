package cn.baosong.web.security;

import cn.baosong.desk.Accounts;
import cn.baosong.web.ApiPath;
import cn.baosong.web.WebOffice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;

/**
 * The two gates: programs come with HTTP Basic or a bearer token and leave no session; people come
 * with a session and a CSRF token.
 */
@Configuration
class Gates {
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Where the page leads, read by {@code live.js}. */
  private static final String LOG_IN = "X-Log-In";

  private static final String ELSEWHERE = "/login?elsewhere";

  /** Of one person at once; a further log-in ends the one that was longest idle. */
  private static final int SESSIONS = 3;

  /** Counts the sessions of a person where they are kept: in the database. */
  @Bean
  static SessionRegistry sessionRegistry(
      FindByIndexNameSessionRepository<? extends Session> sessions) {
    return new SpringSessionBackedSessionRegistry<>(sessions);
  }

  @Bean
  static PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(
      HttpSecurity http, PasswordLogin login, ApiRefusals refusals, Accounts accounts)
      throws Exception {
    return http.securityMatcher(ApiPath.PATTERNS)
        .authenticationProvider(login)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .addFilterBefore(new BearerTokens(accounts, refusals), BasicAuthenticationFilter.class)
        .addFilterAfter(new CrossSite(refusals), ExceptionTranslationFilter.class)
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(Access::ofPrograms)
        .headers(Gates::headers)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(
      HttpSecurity http,
      PasswordLogin login,
      Accounts accounts,
      WebOffice office,
      MultipartProperties uploads,
      SessionRegistry sessions,
      PageRefusals refusals)
      throws Exception {
    return http.authenticationProvider(login)
        .formLogin(
            form ->
                form.loginPage("/login")
                    .defaultSuccessUrl("/", true)
                    .failureHandler(Gates::refused))
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            s ->
                s.maximumSessions(SESSIONS)
                    .sessionRegistry(sessions)
                    .expiredSessionStrategy(Gates::elsewhere))
        .logout(out -> out.logoutSuccessUrl("/login?logout"))
        .exceptionHandling(
            e ->
                e.defaultAuthenticationEntryPointFor(Gates::toLogin, Gates::isPartOfPage)
                    .accessDeniedHandler(refusals))
        .addFilterBefore(new UploadGate(uploads.getMaxRequestSize().toBytes()), CsrfFilter.class)
        .addFilterBefore(new SessionWatch(accounts, office), ExceptionTranslationFilter.class)
        .authorizeHttpRequests(Access::ofPages)
        .headers(Gates::headers)
        .build();
  }

  /** Leaves nothing of the try in the session, which is kept in the database. */
  private static void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/login?error");
  }

  /**
   * A part of a page that finds its session over has the page say so and lead to the log-in; it is
   * not led away, since somebody may have typed into it.
   */
  private static void toLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
    away(request, response, "/login");
  }

  private static void away(HttpServletRequest request, HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader(LOG_IN, request.getContextPath() + path);
  }

  /** One log-in too many ended this one: the page says so. */
  private static void elsewhere(SessionInformationExpiredEvent ended) throws IOException {
    HttpServletRequest request = ended.getRequest();
    if (isPartOfPage(request)) {
      away(request, ended.getResponse(), ELSEWHERE);
    } else {
      ended.getResponse().sendRedirect(request.getContextPath() + ELSEWHERE);
    }
  }

  private static boolean isPartOfPage(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null || request.getRequestURI().endsWith("/live");
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=()"));
  }
}
