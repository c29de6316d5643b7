package cn.baosong.camel.server;

import cn.baosong.camel.IntakePoll;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/**
 * When a server is looked into: while the office can keep what it brings, at the pace of its
 * settings, slower while it does not answer.
 */
public final class ServerPoll implements PollingConsumerPollStrategy {
  private final IntakePoll intake;

  public ServerPoll(IntakePoll intake) {
    this.intake = intake;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return intake.isOpen() && folder(endpoint).looks().begin();
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int brought) {
    folder(endpoint).looks().ended();
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retried, Exception failure) {
    folder(endpoint).looks().failed(failure);
    return false;
  }

  private static ServerFolder folder(Endpoint endpoint) {
    return ((Doors.Looking) endpoint).folder();
  }
}
