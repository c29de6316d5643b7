package cn.baosong.camel.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.util.TimeUtils;

/**
 * A mailbox as one instance of the Kamelet {@code office-mailbox} describes it.
 *
 * @param name by which the register calls it
 * @param kind how it is reached
 * @param trustedHosts hosts whose Received lines are evidence
 * @param poll real time between two looks
 * @param prefetch bytes up to which a mail is fetched together with others
 * @param moveTo where registered mails go; empty unless they are moved
 * @param insecure lets the password travel in clear to another machine
 * @param certificates PEM file of what is trusted beside the machine's own
 */
record Mailbox(
    String name,
    Kind kind,
    String host,
    String user,
    List<String> trustedHosts,
    Duration poll,
    long prefetch,
    After after,
    Optional<String> moveTo,
    boolean insecure,
    Optional<Path> certificates) {
  /** Where the parameters of the Kamelet stand among those of camel-mail. */
  private static final String OURS = "mail.baosong.";

  /** The protocols that a mailbox speaks. */
  enum Kind {
    IMAPS,
    IMAP,
    POP3S
  }

  /** What is done to a mail once it is registered. */
  enum After {
    NOTHING,
    FLAG,
    MOVE
  }

  static Mailbox of(MailEndpoint endpoint) {
    MailConfiguration told = endpoint.getConfiguration();
    Properties ours = told.getAdditionalJavaMailProperties();
    return new Mailbox(
        text(ours, "mailbox", told.getUsername() + "@" + told.getHost()),
        Kind.valueOf(text(ours, "protocol", "imaps").toUpperCase(Locale.ROOT)),
        told.getHost(),
        told.getUsername(),
        Stream.of(text(ours, "trustedHosts", "").split("[,\\s]+"))
            .filter(host -> !host.isBlank())
            .toList(),
        Duration.ofMillis(TimeUtils.toMilliSeconds(text(ours, "poll", "30s"))),
        Long.parseLong(text(ours, "prefetch", "2097152")),
        After.valueOf(text(ours, "after", "nothing").toUpperCase(Locale.ROOT)),
        Optional.of(text(ours, "moveTo", "")).filter(folder -> !folder.isBlank()),
        Boolean.parseBoolean(text(ours, "insecure", "false")),
        Optional.of(text(ours, "certificates", "")).filter(file -> !file.isBlank()).map(Path::of));
  }

  static boolean isJunk(MailEndpoint endpoint) {
    Properties ours = endpoint.getConfiguration().getAdditionalJavaMailProperties();
    return Boolean.parseBoolean(text(ours, "junk", "false"));
  }

  /** Whether a password may travel to the host in clear. */
  boolean mayBePlain() {
    return insecure || isLoopback();
  }

  /** Whether somebody on the way can read the password. */
  boolean isOpen() {
    return insecure && !host.matches("localhost|127\\..*|::1");
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private static String text(Properties ours, String key, String otherwise) {
    Object value = ours.get(OURS + key);
    return value == null || value.toString().isBlank() ? otherwise : value.toString().trim();
  }
}
