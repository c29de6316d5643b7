package cn.baosong.camel.post;

import cn.baosong.desk.MailFailure;
import jakarta.mail.MessagingException;

/** The server did not take a letter; an answer like any other, and no fault of a route. */
public final class NotTaken extends MessagingException {
  private static final long serialVersionUID = 1L;

  private final transient MailFailure failure;

  NotTaken(MailFailure failure, Exception cause) {
    super(failure.cause() + ": " + failure.answer().text(), cause);
    this.failure = failure;
  }

  MailFailure failure() {
    return failure;
  }
}
