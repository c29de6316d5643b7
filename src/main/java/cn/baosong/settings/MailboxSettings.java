package cn.baosong.settings;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * A mailbox of the office. What is in it is registered and stays in it; nothing is ever deleted.
 *
 * @param name by which pages, alarms and the register call it; part of the key of every mail, so
 *     never to be changed while the box is in use
 * @param host its server
 * @param port its port; 993 for imaps, 143 for imap, 995 for pop3s when not set
 * @param protocol imaps, imap (STARTTLS is demanded) or pop3s
 * @param user the account
 * @param password its password or authorisation code (授权码)
 * @param address to which mails for it are written, when the account is no address; letters that
 *     prove the box go there
 * @param folders the folders to look into; with pop3s only INBOX
 * @param junk those of the folders that hold what the provider took for junk
 * @param trustedHosts the hosts of the provider that stamp what they receive, as they name
 *     themselves in Received lines; {@code .example.cn} stands for every host below
 * @param poll real time between two looks; where the server tells of new mail (IDLE), the longest
 *     time between two
 * @param prefetch mails up to this size are fetched several at once, larger ones one by one in
 *     pieces
 * @param after what is done to a mail once it is registered
 * @param moveTo the folder that registered mails are moved to
 * @param insecure lets the password travel in clear to a host that is not this one; the start warns
 *     of it
 * @param certificates PEM file of certificates that are trusted beside those of the machine, for a
 *     server of one's own
 */
public record MailboxSettings(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") String name,
    @NotBlank String host,
    @Min(0) @Max(65535) @DefaultValue("0") int port,
    @NotNull @DefaultValue("imaps") MailProtocol protocol,
    @NotBlank String user,
    @NotBlank String password,
    @Nullable String address,
    @NotEmpty @DefaultValue("INBOX") List<@NotBlank String> folders,
    @DefaultValue List<@NotBlank String> junk,
    @DefaultValue List<@NotBlank String> trustedHosts,
    @NotNull @DefaultValue("PT30S") Duration poll,
    @NotNull @DefaultValue("2MB") DataSize prefetch,
    @NotNull @DefaultValue("nothing") AfterRegistration after,
    @Nullable String moveTo,
    @DefaultValue("false") boolean insecure,
    @Nullable Path certificates) {

  /** How a mailbox is reached. */
  public enum MailProtocol {
    IMAPS(993),
    IMAP(143),
    POP3S(995);

    private final int port;

    MailProtocol(int port) {
      this.port = port;
    }
  }

  /** What is done to a mail once it is registered. */
  public enum AfterRegistration {
    /** The mailbox is opened for reading only. */
    NOTHING,
    /** It gets the star (IMAP's flag Flagged). */
    FLAG,
    /** It is moved to another folder of the same box. */
    MOVE
  }

  /** The port that is used. */
  public int effectivePort() {
    return port == 0 ? protocol.port : port;
  }

  /** Whether the host is this machine, where nobody listens in between. */
  public boolean isLoopback() {
    try {
      return host.matches("localhost|[0-9.]+|.*:.*")
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  @AssertTrue(message = "POP3 has one folder and can neither flag nor move: use imaps")
  boolean isWithinItsProtocol() {
    return protocol != MailProtocol.POP3S
        || (folders.equals(List.of("INBOX")) && after == AfterRegistration.NOTHING);
  }

  @AssertTrue(message = "after: move needs moveTo, another folder than those looked into")
  boolean isMovedSomewhere() {
    boolean named = moveTo != null && !moveTo.isBlank() && !folders.contains(moveTo);
    return after == AfterRegistration.MOVE ? named : moveTo == null;
  }

  @AssertTrue(message = "junk names folders that are also in folders")
  boolean isJunkLookedInto() {
    return folders.containsAll(junk);
  }

  @AssertTrue(message = "each folder is named once")
  boolean isEachFolderNamedOnce() {
    return folders.stream().distinct().count() == folders.size();
  }

  @AssertTrue(message = "poll is at least one second")
  boolean isPatient() {
    return poll.compareTo(Duration.ofSeconds(1)) >= 0;
  }

  /** Tells everything but the password. */
  @Override
  public String toString() {
    return name + "(" + protocol + " " + user + "@" + host + ":" + effectivePort() + ")";
  }
}
