package cn.baosong.web.security;

import cn.baosong.web.Viewer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.stereotype.Component;

/** Who asks for a page that is not theirs gets the error page of 403, and is journaled. */
@Component
class PageRefusals implements AccessDeniedHandler {
  private final AccessDeniedHandlerImpl page = new AccessDeniedHandlerImpl();
  private final LoginAudit audit;

  PageRefusals(LoginAudit audit) {
    this.audit = audit;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof Viewer viewer) {
      audit.refused(viewer, request);
    }
    page.handle(request, response, denied);
  }
}
