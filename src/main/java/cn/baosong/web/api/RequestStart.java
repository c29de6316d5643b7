package cn.baosong.web.api;

import cn.baosong.web.WebOffice;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes when a request began, before anything reads its body: whoever asks for a parameter of an
 * upload waits for its last byte.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestStart extends OncePerRequestFilter {
  private static final String BEGUN = RequestStart.class.getName();

  private final WebOffice office;

  RequestStart(WebOffice office) {
    this.office = office;
  }

  /** By the office's clock. */
  static Instant of(HttpServletRequest request) {
    if (request.getAttribute(BEGUN) instanceof Instant begun) {
      return begun;
    }
    throw new IllegalStateException("the request did not pass the filter that notes its start");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(BEGUN, office.clock().instant());
    chain.doFilter(request, response);
  }
}
