package cn.baosong.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Errors as RFC 9457 problem details: what is wrong and what to do, in Chinese and English. */
public final class Problems {
  private Problems() {}

  /** One field that is wrong. */
  public record Fault(String field, String zh, String en) {}

  public static ProblemDetail of(HttpStatusCode status, String code, Fault... faults) {
    return of(status, code, List.of(faults));
  }

  /**
   * @param code stable last part of the problem's type
   * @param faults at least one; the first is the detail
   */
  public static ProblemDetail of(HttpStatusCode status, String code, List<Fault> faults) {
    Fault first = faults.get(0);
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("urn:baosong:problem:" + code));
    problem.setDetail(first.zh() + " " + first.en());
    problem.setProperty("errors", faults);
    return problem;
  }
}
