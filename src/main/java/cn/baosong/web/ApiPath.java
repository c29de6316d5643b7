package cn.baosong.web;

import jakarta.servlet.http.HttpServletRequest;

/** Which requests come from programs and are answered in JSON. */
public final class ApiPath {
  public static final String[] PATTERNS = {"/api/**", "/actuator/**", "/v3/api-docs/**"};

  private ApiPath() {}

  public static boolean covers(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/api/") || path.equals("/api") || path.startsWith("/v3/");
  }
}
