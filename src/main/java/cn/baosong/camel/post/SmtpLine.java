package cn.baosong.camel.post;

import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way to the server.
 *
 * @param security whether, and from when on, it is encrypted
 * @param user nobody logs in when null
 * @param trusted certificates that are trusted beside those of the machine
 */
public record SmtpLine(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    String from,
    Optional<SSLSocketFactory> trusted) {

  /** How a connection is kept from being read and altered. */
  public enum Security {
    IMPLICIT,
    STARTTLS,
    PLAIN
  }

  private static final String CONNECT_MILLIS = "20000";
  private static final String ANSWER_MILLIS = "60000";

  String protocol() {
    return implicitTls() ? "smtps" : "smtp";
  }

  boolean implicitTls() {
    return security == Security.IMPLICIT;
  }

  /**
   * Nothing is sent over a line that was to be encrypted and is not, or whose certificate is for
   * another host: neither name nor letter.
   */
  Properties properties() {
    String mail = "mail." + protocol() + ".";
    Properties all = new Properties();
    all.setProperty(mail + "auth", String.valueOf(user != null));
    all.setProperty(mail + "from", from);
    all.setProperty(mail + "connectiontimeout", CONNECT_MILLIS);
    all.setProperty(mail + "timeout", ANSWER_MILLIS);
    all.setProperty(mail + "writetimeout", ANSWER_MILLIS);
    all.setProperty(mail + "ssl.checkserveridentity", "true");
    all.setProperty(mail + "ssl.protocols", "TLSv1.2 TLSv1.3");
    all.setProperty(mail + "starttls.enable", String.valueOf(security == Security.STARTTLS));
    all.setProperty(mail + "starttls.required", String.valueOf(security == Security.STARTTLS));
    all.setProperty(mail + "localhost", from.substring(from.lastIndexOf('@') + 1));
    all.setProperty("mail.mime.allowutf8", "false");
    trusted.ifPresent(
        factory -> {
          all.put(mail + "ssl.socketFactory", factory);
          all.setProperty(mail + "socketFactory.fallback", "false");
        });
    return all;
  }
}
