package cn.baosong.camel.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.jspecify.annotations.Nullable;

/**
 * How camel-mail hands a case to a department's mail server: encrypted from the first byte, to the
 * server whose certificate bears the name that is called, or not at all.
 */
public final class DepartmentSender extends DefaultJavaMailSender {
  private static final String PROTOCOL = "smtps";
  private static final String CONNECT_MILLIS = "20000";
  private static final String ANSWER_MILLIS = "60000";

  private final String host;
  private final int port;

  /**
   * @param from sender address; its domain is what the office calls itself
   * @param certificates PEM file of those that it trusts; empty for those of the machine
   */
  public DepartmentSender(String host, int port, String from, String certificates)
      throws IOException, GeneralSecurityException {
    this.host = host;
    this.port = port;
    Properties all = new Properties();
    all.setProperty("mail.smtps.connectiontimeout", CONNECT_MILLIS);
    all.setProperty("mail.smtps.timeout", ANSWER_MILLIS);
    all.setProperty("mail.smtps.writetimeout", ANSWER_MILLIS);
    all.setProperty("mail.smtps.ssl.checkserveridentity", "true");
    all.setProperty("mail.smtps.ssl.socketFactory.fallback", "false");
    all.setProperty("mail.smtps.socketFactory.fallback", "false");
    all.setProperty("mail.smtps.localhost", from.substring(from.lastIndexOf('@') + 1));
    all.put(
        "mail.smtps.ssl.socketFactory",
        new DepartmentTrust(certificates).context().getSocketFactory());
    setSession(Session.getInstance(all));
    setProtocol(PROTOCOL);
  }

  @Override
  public void send(MimeMessage message) throws MessagingException {
    message.saveChanges();
    try (Transport transport = getSession().getTransport(PROTOCOL)) {
      transport.connect(host, port, given(getUsername()), given(getPassword()));
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  /** Nobody logs in where there is no user. */
  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
