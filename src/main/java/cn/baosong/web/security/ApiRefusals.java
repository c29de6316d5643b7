package cn.baosong.web.security;

import cn.baosong.web.Problems;
import cn.baosong.web.Problems.Fault;
import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells a program that it is not signed in (401), or may not do this (403, journaled). */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final MappingJackson2HttpMessageConverter json;
  private final LoginAudit audit;

  ApiRefusals(MappingJackson2HttpMessageConverter webJsonConverter, LoginAudit audit) {
    this.json = webJsonConverter;
    this.audit = audit;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Basic realm=\"baosong\", charset=\"UTF-8\"");
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        new Fault(
            "Authorization",
            "未登录，或用户名、密码、令牌不对，或账户已锁定。请用 HTTP Basic 或 Bearer 令牌。",
            "Not signed in, wrong credentials, or the account is locked. Use HTTP Basic or a bearer token."));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof Viewer viewer) {
      audit.refused(viewer, request);
    }
    write(
        response,
        HttpStatus.FORBIDDEN,
        new Fault(
            "",
            "您的角色或处室无权办理此事，本次访问已记录。请向管理员申请。",
            "Your role or department may not do this, and the attempt was recorded. Ask an administrator."));
  }

  private void write(HttpServletResponse response, HttpStatus status, Fault fault)
      throws IOException {
    response.setStatus(status.value());
    String code = status == HttpStatus.FORBIDDEN ? "forbidden" : "not-signed-in";
    json.write(
        Problems.of(status, code, fault),
        MediaType.APPLICATION_PROBLEM_JSON,
        new ServletServerHttpResponse(response));
  }
}
