package cn.baosong.camel;

import cn.baosong.desk.Intake;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a source be asked only while the office can keep what it brings. */
public final class IntakePoll extends DefaultPollingConsumerPollStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(IntakePoll.class);

  private final Intake intake;
  private volatile boolean told;

  public IntakePoll(Intake intake) {
    this.intake = intake;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return isOpen();
  }

  /** For a route whose source is no poll. */
  public boolean isOpen() {
    Optional<String> closed = intake.closed();
    if (closed.isPresent() != told) {
      told = closed.isPresent();
      LOG.warn(closed.orElse("恢复取件"));
    }
    return closed.isEmpty();
  }
}
