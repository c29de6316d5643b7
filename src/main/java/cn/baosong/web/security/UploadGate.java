package cn.baosong.web.security;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.web.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks who uploads before anything reads the body: the token against cross-site requests stands in
 * it, and nobody who may not hand anything in shall have gigabytes read for a refusal.
 */
final class UploadGate extends OncePerRequestFilter {
  private final long mostBytes;

  UploadGate(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isUpload(request)) {
      chain.doFilter(request, response);
      return;
    }
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof Viewer viewer)) {
      response.sendRedirect(request.getContextPath() + "/login");
    } else if (!viewer.is(Role.CLERK) && !viewer.is(Role.MAIL_ROOM)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (request.getContentLengthLong() > mostBytes) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.toLowerCase(java.util.Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }
}
