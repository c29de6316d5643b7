package cn.baosong.web.security;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was disabled or changed, and one that nobody has touched for half an
 * hour: a list that refreshes itself keeps no session alive.
 */
final class SessionWatch extends OncePerRequestFilter {
  static final Duration IDLE = Duration.ofMinutes(30);
  private static final String TOUCHED = "baosong.touched";
  private static final String BEGAN = "baosong.began";
  private static final String REFRESH = "X-Refresh";

  private final Accounts accounts;
  private final WebOffice office;

  SessionWatch(Accounts accounts, WebOffice office) {
    this.accounts = accounts;
    this.office = office;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (session != null && who != null && who.getPrincipal() instanceof Viewer viewer) {
      if (isOver(session, viewer)) {
        session.invalidate();
        SecurityContextHolder.clearContext();
      } else if (!isRefresh(request)) {
        session.setAttribute(TOUCHED, office.machine().instant());
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean isRefresh(HttpServletRequest request) {
    return request.getHeader(REFRESH) != null || request.getRequestURI().endsWith("/live");
  }

  /** A session that began under another password is over as well. */
  private boolean isOver(HttpSession session, Viewer viewer) {
    boolean idle =
        session.getAttribute(TOUCHED) instanceof Instant touched
            && touched.plus(IDLE).isBefore(office.machine().instant());
    return idle
        || accounts
            .find(viewer.name())
            .filter(a -> isStill(a, viewer) && isOf(session, a.password()))
            .isEmpty();
  }

  private static boolean isOf(HttpSession session, String password) {
    Object began = session.getAttribute(BEGAN);
    boolean isNew = began == null && session.getAttribute(TOUCHED) == null;
    if (isNew) {
      session.setAttribute(BEGAN, password);
    }
    return isNew || password.equals(began);
  }

  private static boolean isStill(Account account, Viewer viewer) {
    return !account.disabled()
        && account.roles().equals(viewer.roles())
        && account.departments().equals(viewer.departments());
  }
}
