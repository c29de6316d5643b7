package cn.baosong.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a foreign site has a browser send with a password it remembers for HTTP
 * Basic; programs do not send this header.
 */
final class CrossSite extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final AccessDeniedHandler refusal;

  CrossSite(AccessDeniedHandler refusal) {
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site == null || OURS.contains(site) || SAFE.contains(request.getMethod())) {
      chain.doFilter(request, response);
    } else {
      refusal.handle(request, response, new AccessDeniedException("cross-site request"));
    }
  }
}
