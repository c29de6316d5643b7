package cn.baosong.camel.server;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What fails beside the folder itself, told to the log in one line: the poll strategy tells the
 * rest, once, in words for a clerk.
 */
public final class ServerExceptions implements ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ServerExceptions.class);

  @Override
  public void handleException(Throwable exception) {
    handleException("server", null, exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(message, null, exception);
  }

  @Override
  public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
    LOG.debug("{}", message, exception);
  }
}
