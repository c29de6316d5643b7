package cn.baosong.web;

import cn.baosong.desk.IntakeClosed;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.StaleRecord;
import cn.baosong.web.Problems.Fault;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every error as a problem detail to programs; to browsers as the error page of its status. */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

  @ExceptionHandler
  @Nullable ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
    Fault fault = new Fault(refusal.field(), refusal.chinese(), refusal.english());
    return switch (refusal.kind()) {
      case NOT_FOUND -> answer(HttpStatus.NOT_FOUND, "not-found", List.of(fault), request);
      case INVALID -> answer(HttpStatus.BAD_REQUEST, "invalid", List.of(fault), request);
      case CONFLICT -> answer(HttpStatus.CONFLICT, "conflict", List.of(fault), request);
    };
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> stale(StaleRecord stale, WebRequest request) {
    LOG.info("A change lost the race: {}", stale.getMessage());
    Fault fault =
        new Fault(
            "",
            "他人刚刚改动了这条记录。请重新打开，看过变化后再办。",
            "Someone else has just changed it. Read it again first.");
    return answer(HttpStatus.CONFLICT, "conflict", List.of(fault), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> closed(IntakeClosed closed, WebRequest request) {
    Fault fault =
        new Fault("package", closed.getMessage() + "。", "The disk is full; try again later.");
    return answer(HttpStatus.SERVICE_UNAVAILABLE, "intake-closed", List.of(fault), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> busy(TooManyDownloads many, WebRequest request) {
    HttpServletResponse response = ((ServletWebRequest) request).getResponse();
    if (response != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
    }
    Fault fault =
        new Fault(
            "", "同时下载的人太多，请过半分钟再试。", "Too many downloads just now; try again in half a minute.");
    return answer(HttpStatus.SERVICE_UNAVAILABLE, "busy", List.of(fault), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unreadable(MultipartException broken, WebRequest request) {
    Fault fault =
        new Fault(
            "package",
            "上传不完整或格式不对，请重新上传。",
            "The upload is incomplete or malformed; send it again.");
    return answer(HttpStatus.BAD_REQUEST, "invalid", List.of(fault), request);
  }

  @ExceptionHandler({IOException.class, UncheckedIOException.class})
  @Nullable ResponseEntity<Object> disk(Exception failure, WebRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return null;
    }
    LOG.error("A request could not be stored or read", failure);
    Fault fault =
        new Fault(
            "",
            "暂时无法办理，未作任何登记，请稍后重试。",
            "It could not be done just now and nothing was registered; try again.");
    return answer(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of(fault), request);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> fault(Exception failure, WebRequest request) throws Exception {
    if (failure instanceof AccessDeniedException) {
      throw failure;
    }
    LOG.error("A request failed", failure);
    Fault fault = new Fault("", "系统内部错误，已记入日志。", "An internal error; it is in the log.");
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal", List.of(fault), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(status, "invalid", List.of(bodyFault(unreadable)), request);
  }

  /** What Spring itself refuses: method, media type, size, unknown path. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (!isProgram(request)) {
      return page(status, request);
    }
    String english =
        body instanceof ProblemDetail problem && problem.getDetail() != null
            ? problem.getDetail()
            : String.valueOf(HttpStatus.resolve(status.value()));
    ProblemDetail problem =
        Problems.of(status, "http-" + status.value(), new Fault("", chinese(status), english));
    return super.handleExceptionInternal(failure, problem, headers, status, request);
  }

  private static Fault bodyFault(HttpMessageNotReadableException unreadable) {
    if (unreadable.getCause() instanceof JsonMappingException mapping) {
      String field =
          mapping.getPath().stream()
              .map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : p.getFieldName())
              .collect(Collectors.joining("."))
              .replace(".[", "[");
      return new Fault(
          field, field + " 的类型不对，请对照接口文档。", field + " has the wrong type; see /v3/api-docs.");
    }
    return new Fault("", "请求正文不是有效的 JSON（UTF-8）。", "The body is not valid JSON in UTF-8.");
  }

  private static String chinese(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "没有这个地址。";
      case 405 -> "该地址不支持这种请求方法。";
      case 406 -> "不能以所要求的格式答复。";
      case 413 -> "上传超过大小限制，请拆分或联系收件处。";
      case 415 -> "不支持这种内容类型。";
      default -> "请求有误。";
    };
  }

  private static @Nullable ResponseEntity<Object> answer(
      HttpStatusCode status, String code, List<Fault> faults, WebRequest request) {
    return isProgram(request)
        ? ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(Problems.of(status, code, faults))
        : page(status, request);
  }

  private static @Nullable ResponseEntity<Object> page(HttpStatusCode status, WebRequest request) {
    HttpServletResponse response = ((ServletWebRequest) request).getResponse();
    if (response != null && !response.isCommitted()) {
      try {
        response.sendError(status.value());
      } catch (IOException gone) {
        LOG.debug("The browser has gone", gone);
      }
    }
    return null;
  }

  private static boolean isProgram(WebRequest request) {
    HttpServletRequest http = ((ServletWebRequest) request).getRequest();
    return ApiPath.covers(http);
  }
}
