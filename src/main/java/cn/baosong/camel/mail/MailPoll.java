package cn.baosong.camel.mail;

import cn.baosong.camel.IntakePoll;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.StatefulService;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/**
 * When a mailbox is looked into: while the office can keep what it brings, at the pace of its
 * settings, slower while it does not answer.
 */
public final class MailPoll implements PollingConsumerPollStrategy {
  private final IntakePoll intake;
  private final Mailboxes mailboxes;

  public MailPoll(IntakePoll intake, Mailboxes mailboxes) {
    this.intake = intake;
    this.mailboxes = mailboxes;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return intake.isOpen() && folder(endpoint).looks().begin();
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int brought) {
    MailFolder folder = folder(endpoint);
    folder.looks().ended(brought);
    if (brought == 0
        && folder.looks().isWell()
        && folder.await(folder.box().poll(), () -> isStarted(consumer))) {
      folder.looks().hurry();
    }
  }

  /** Not while the route, or the whole office, is being stopped. */
  private static boolean isStarted(Consumer consumer) {
    return consumer instanceof StatefulService service && service.isStarted();
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retried, Exception failure) {
    folder(endpoint).looks().failed(failure);
    return false;
  }

  private MailFolder folder(Endpoint endpoint) {
    return mailboxes.folder((MailEndpoint) endpoint);
  }
}
