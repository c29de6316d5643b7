package cn.baosong.web.api;

import cn.baosong.core.call.CallFault;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Problems;
import cn.baosong.web.Problems.Fault;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why a draft of a call was not stored. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CallProblems {
  /**
   * A fault of a file.
   *
   * @param field the file, as the field of the body that holds it
   * @param line counted from 1; 0 for the whole file
   */
  record PlacedFault(String field, String file, int line, String key, String zh, String en) {
    static PlacedFault of(CallFault fault) {
      return new PlacedFault(
          "files." + fault.file(), fault.file(), fault.line(), fault.key(), fault.zh(), fault.en());
    }
  }

  @ExceptionHandler
  ProblemDetail faulty(CallRefused refused) {
    int count = refused.check().faults().size();
    ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    problem.setType(URI.create("urn:baosong:problem:call-invalid"));
    problem.setDetail(
        "检查未通过，有 "
            + count
            + " 处错，没有保存；未写完的草稿加 ?unfinished=true 保存。 The check finds "
            + count
            + " faults and nothing was stored; add ?unfinished=true to store an unfinished draft.");
    problem.setProperty("errors", refused.check().faults().stream().map(PlacedFault::of).toList());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail stale(PreconditionFailed failed) {
    Refusal refusal = failed.refusal();
    return Problems.of(
        HttpStatus.PRECONDITION_FAILED,
        "precondition-failed",
        new Fault("If-Match", refusal.chinese(), refusal.english()));
  }
}
