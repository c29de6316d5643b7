package cn.baosong.web.api;

import cn.baosong.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Requests that cannot be understood, told field by field. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BadRequests {
  @ExceptionHandler
  ProblemDetail bad(BadRequest bad) {
    return Problems.of(HttpStatus.BAD_REQUEST, "invalid", bad.faults());
  }
}
