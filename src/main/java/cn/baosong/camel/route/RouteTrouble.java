package cn.baosong.camel.route;

import cn.baosong.desk.Routes.Mishap;
import cn.baosong.desk.Routes.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.util.ObjectHelper;

/** What lies behind a failure, told by its exceptions from the first one to its root. */
final class RouteTrouble {
  private static final int LONGEST = 500;

  /** The first that fits names it; the narrower stand before the wider. */
  private static final List<Map.Entry<Class<? extends Throwable>, Trouble>> KINDS =
      List.of(
          Map.entry(DirectConsumerNotAvailableException.class, Trouble.ROUTE),
          Map.entry(NoSuchBeanException.class, Trouble.ROUTE),
          Map.entry(NoSuchEndpointException.class, Trouble.ROUTE),
          Map.entry(FailedToCreateRouteException.class, Trouble.ROUTE),
          Map.entry(SSLException.class, Trouble.CERTIFICATE),
          Map.entry(SocketTimeoutException.class, Trouble.TIMEOUT),
          Map.entry(TimeoutException.class, Trouble.TIMEOUT),
          Map.entry(ConnectException.class, Trouble.NETWORK),
          Map.entry(NoRouteToHostException.class, Trouble.NETWORK),
          Map.entry(UnknownHostException.class, Trouble.NETWORK),
          Map.entry(SocketException.class, Trouble.NETWORK),
          Map.entry(FileSystemException.class, Trouble.DISK));

  /** Those of rooms and libraries that are not spoken here. */
  private static final Map<String, Trouble> NAMES =
      Map.of(
          "SQLException", Trouble.DATABASE,
          "DataAccessException", Trouble.DATABASE,
          "TransactionException", Trouble.DATABASE,
          "AuthenticationFailedException", Trouble.CREDENTIALS);

  private RouteTrouble() {}

  static Mishap mishap(Instant at, Throwable failure) {
    String told = told(failure);
    return new Mishap(
        at, of(failure), told.length() <= LONGEST ? told : told.substring(0, LONGEST));
  }

  static Trouble of(Throwable failure) {
    for (Map.Entry<Class<? extends Throwable>, Trouble> kind : KINDS) {
      if (ObjectHelper.getException(kind.getKey(), failure) != null) {
        return kind.getValue();
      }
    }
    if (ObjectHelper.getException(IOException.class, failure) != null
        && told(failure).contains("No space left")) {
      return Trouble.DISK;
    }
    for (Throwable each = failure; each != null; each = each.getCause()) {
      for (Class<?> type = each.getClass(); type != Throwable.class; type = type.getSuperclass()) {
        Trouble named = NAMES.get(type.getSimpleName());
        if (named != null) {
          return named;
        }
      }
    }
    return Trouble.OTHER;
  }

  /** What the root says, which is what went wrong; its kind where it says nothing. */
  static String told(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
  }
}
