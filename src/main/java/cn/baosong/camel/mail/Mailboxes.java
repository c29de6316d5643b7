package cn.baosong.camel.mail;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.desk.Ledger;
import cn.baosong.desk.TrustedHosts;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.apache.camel.component.mail.MailEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes that the office looks into, whoever described them: settings or a route file. Each
 * makes itself known before its first look.
 */
public final class Mailboxes implements TrustedHosts, AutoCloseable {
  private static final String OURSELVES = "baosong.mailboxes";
  private static final String CONNECTING = String.valueOf(Duration.ofSeconds(20).toMillis());
  private static final String SILENT = String.valueOf(Duration.ofSeconds(60).toMillis());

  private final Map<String, MailFolder> folders = new ConcurrentHashMap<>();
  private final Map<String, Mailbox> accounts = new ConcurrentHashMap<>();
  private final Known settings;
  private final Ledger ledger;
  private final MailMemory memory;
  private final Clock machine;

  /** What the settings say of a mailbox, by its name. */
  public interface Known {
    Optional<String> password(String mailbox);

    List<String> trustedHosts(String mailbox);

    /** Trust in the certificates of a PEM file, beside those of the machine. */
    SSLSocketFactory trusting(Path certificates) throws IOException;

    /** Where it is written to, when that is not what logs in. */
    Optional<String> address(String mailbox);
  }

  /**
   * @param machine real time
   */
  public Mailboxes(Known settings, Ledger ledger, MailMemory memory, Clock machine) {
    this.settings = settings;
    this.memory = memory;
    this.ledger = ledger;
    this.machine = machine;
  }

  /** By the name of the mailbox, which stands first in the key of each of its mails. */
  @Override
  public Set<String> of(Receipt receipt) {
    if (receipt.channel() != Channel.EMAIL) {
      return Set.of();
    }
    List<String> hosts =
        accounts.values().stream()
            .filter(box -> box.name().equals(receipt.source()))
            .map(Mailbox::trustedHosts)
            .findFirst()
            .orElseGet(() -> settings.trustedHosts(receipt.source()));
    return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** The session that every mailbox is reached by: our stores, bounded waiting, no plain text. */
  public Session session() throws NoSuchProviderException {
    Properties properties = new Properties();
    for (String protocol : List.of("imap", "imaps", "pop3s")) {
      String prefix = "mail." + protocol;
      properties.setProperty(prefix + ".connectiontimeout", CONNECTING);
      properties.setProperty(prefix + ".timeout", SILENT);
      properties.setProperty(prefix + ".writetimeout", SILENT);
      properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
    }
    properties.setProperty("mail.imap.starttls.enable", "true");
    properties.put(OURSELVES, this);
    Session session = Session.getInstance(properties);
    session.setProvider(
        new Provider(Provider.Type.STORE, "imap", OfficeStore.class.getName(), "Baosong", null));
    return session;
  }

  /** Another process may look into the folders at once. */
  @Override
  public void close() {
    memory.release();
  }

  static Mailboxes of(Session session) {
    if (session.getProperties().get(OURSELVES) instanceof Mailboxes ours) {
      return ours;
    }
    throw new IllegalStateException("not a session of the office");
  }

  /** The folder that an endpoint looks into; made known at its first look. */
  MailFolder folder(MailEndpoint endpoint) {
    Mailbox box = Mailbox.of(endpoint);
    String name = endpoint.getConfiguration().getFolderName();
    accounts.put(account(box.host(), endpoint.getConfiguration().getPort(), box.user()).key(), box);
    return folders.computeIfAbsent(
        box.name() + "/" + name,
        title -> new MailFolder(box, name, Mailbox.isJunk(endpoint), memory, machine));
  }

  List<MailFolder> folders() {
    return folders.values().stream().sorted((a, b) -> a.title().compareTo(b.title())).toList();
  }

  /** Where each mailbox that is looked into is written to, by its name. */
  public Map<String, String> addresses() {
    Map<String, String> known = new TreeMap<>();
    for (MailFolder folder : folders.values()) {
      Mailbox box = folder.box();
      settings
          .address(box.name())
          .or(() -> Optional.of(box.user()).filter(user -> user.contains("@")))
          .ifPresent(address -> known.put(box.name(), address));
    }
    return known;
  }

  /** Whether units write to this folder: the inbox of its mailbox, else the first. */
  boolean isMain(MailFolder folder) {
    return folders().stream()
        .filter(other -> other.box().name().equals(folder.box().name()) && !other.isJunk())
        .min(
            Comparator.comparing((MailFolder other) -> !other.name().equalsIgnoreCase("INBOX"))
                .thenComparing(MailFolder::name))
        .filter(folder::equals)
        .isPresent();
  }

  Account account(String host, int port, String user) {
    return new Account(host + " " + port + " " + user);
  }

  /** One account at one server, as a connection knows it. */
  final class Account {
    private final String key;

    private Account(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }

    Mailbox.Kind kind() {
      return box().map(Mailbox::kind).orElse(Mailbox.Kind.IMAPS);
    }

    String protocol() {
      return kind().name().toLowerCase(Locale.ROOT);
    }

    Ledger ledger() {
      return ledger;
    }

    /** What the route gives, else what the settings say. */
    @Nullable String password(@Nullable String given) {
      return given != null && !given.isEmpty()
          ? given
          : box().flatMap(box -> settings.password(box.name())).orElse(null);
    }

    boolean mayBePlain() {
      return box().map(Mailbox::mayBePlain).orElse(false);
    }

    Optional<MailFolder> folder(String name) {
      return box().map(box -> folders.get(box.name() + "/" + name));
    }

    /** The session of its lines; a server of one's own may have a certificate of one's own. */
    Session session(Session ofAll) throws MessagingException {
      Optional<Path> certificates = box().flatMap(Mailbox::certificates);
      if (certificates.isEmpty()) {
        return ofAll;
      }
      Properties properties = new Properties();
      properties.putAll(ofAll.getProperties());
      try {
        properties.put(
            "mail." + protocol() + ".ssl.socketFactory", settings.trusting(certificates.get()));
      } catch (IOException unreadable) {
        throw new MessagingException(
            unreadable.getMessage(), new SSLException("no certificates", unreadable));
      }
      return Session.getInstance(properties);
    }

    private Optional<Mailbox> box() {
      return Optional.ofNullable(accounts.get(key));
    }
  }
}
