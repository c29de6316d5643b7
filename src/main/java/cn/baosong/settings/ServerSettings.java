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
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A server that units upload to. A file is registered once it is whole; what follows on the server
 * is set by {@code after}, and nothing is ever deleted.
 *
 * @param name by which pages, alarms and the register call it; part of the key of every file, so
 *     never to be changed while the server is in use; no mailbox bears it
 * @param protocol sftp, ftps (explicit), ftps-implicit or ftp
 * @param host its host
 * @param port its port; 22, 21, 990, 21 when not set
 * @param user the account
 * @param password its password; absent where a key opens
 * @param privateKey file of the office's private key, for sftp
 * @param passphrase of the private key
 * @param knownHosts file with the server's host key, for sftp; demanded
 * @param trust file with the server's certificate or that of its CA (PEM), for ftps; what this
 *     machine trusts when not set
 * @param insecure lets the password travel in clear to a host that is not this one; the start warns
 *     of it
 * @param folders the folders to look into, from where the account logs in, or absolute
 * @param units whether the first folders are named after units: a claim, no proof
 * @param encoding of the file names; {@code auto} takes UTF-8 where the bytes are, else GB18030
 * @param complete how a unit tells that a file is whole
 * @param done ending of the file that says so
 * @param quiet how long a file must not have changed, seen by two looks at least
 * @param unfinished how long an upload may rest unfinished before it is told
 * @param depth folders within folders
 * @param entries that a look regards at most
 * @param after what is done to a file once it is registered
 * @param moveTo the folder that registered files are moved to, or the ending that they get
 * @param transferLog the server's own transfer log: a file of this machine, or {@code server:/path}
 *     on the server; without it no arrival has a time of class A
 * @param logZone time zone in which the log is written; that of the office when not set
 * @param logRoot path of the folder as the log knows it, where it is another than ours
 * @param probe whether small files may be written, to measure the server's clock and to prove the
 *     whole way by an upload to ourselves (ADR 0019)
 * @param poll real time between two looks
 */
public record ServerSettings(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") String name,
    @NotNull @DefaultValue("sftp") Protocol protocol,
    @NotBlank String host,
    @Min(0) @Max(65535) @DefaultValue("0") int port,
    @NotBlank String user,
    @Nullable String password,
    @Nullable Path privateKey,
    @Nullable String passphrase,
    @Nullable Path knownHosts,
    @Nullable Path trust,
    @DefaultValue("false") boolean insecure,
    @NotEmpty @DefaultValue(".") List<@NotBlank String> folders,
    @DefaultValue("true") boolean units,
    @NotBlank @DefaultValue("auto") String encoding,
    @NotNull @DefaultValue("stable") Complete complete,
    @NotBlank @DefaultValue(".done") String done,
    @NotNull @DefaultValue("PT1M") Duration quiet,
    @NotNull @DefaultValue("PT6H") Duration unfinished,
    @Min(1) @Max(32) @DefaultValue("4") int depth,
    @Min(1) @Max(200000) @DefaultValue("50000") int entries,
    @NotNull @DefaultValue("keep") AfterRegistration after,
    @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}") @DefaultValue("received")
        String moveTo,
    @Nullable String transferLog,
    @Nullable ZoneId logZone,
    @Nullable String logRoot,
    @DefaultValue("false") boolean probe,
    @NotNull @DefaultValue("PT30S") Duration poll) {

  /** What a server speaks. */
  public enum Protocol {
    FTP,
    FTPS,
    FTPS_IMPLICIT,
    SFTP
  }

  /** How a unit tells that a file is whole. */
  public enum Complete {
    /** It stops changing, or loses an unfinished ending. */
    STABLE,
    /** A file beside it says so. */
    DONE,
    /** It is uploaded under an unfinished ending and renamed. */
    RENAME
  }

  /** What is done to a file once it is registered. */
  public enum AfterRegistration {
    /** Nothing: the register knows what it has. */
    KEEP,
    /** It is moved into another folder. */
    MOVE,
    /** It gets another ending. */
    RENAME
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

  @AssertTrue(message = "an account needs a password, or with sftp a privateKey")
  boolean isOpenedBySomething() {
    return password != null || (privateKey != null && protocol == Protocol.SFTP);
  }

  @AssertTrue(message = "sftp needs knownHosts, the file with the server's host key")
  boolean isServerKnown() {
    return protocol != Protocol.SFTP || knownHosts != null;
  }

  @AssertTrue(message = "knownHosts, privateKey and passphrase are sftp's, trust is ftps's")
  boolean isWithinItsProtocol() {
    boolean ssh = knownHosts != null || privateKey != null || passphrase != null;
    boolean tls = trust != null;
    return switch (protocol) {
      case FTP -> !ssh && !tls;
      case FTPS, FTPS_IMPLICIT -> !ssh;
      case SFTP -> !tls;
    };
  }

  @AssertTrue(message = "encoding is auto or the name of a character set")
  boolean isEncodingKnown() {
    try {
      return encoding.equalsIgnoreCase("auto") || Charset.isSupported(encoding);
    } catch (IllegalCharsetNameException odd) {
      return false;
    }
  }

  @AssertTrue(message = "each folder is named once")
  boolean isEachFolderNamedOnce() {
    return folders.stream().distinct().count() == folders.size();
  }

  @AssertTrue(message = "poll is at least one second")
  boolean isPatient() {
    return poll.compareTo(Duration.ofSeconds(1)) >= 0;
  }

  /** Tells nothing secret. */
  @Override
  public String toString() {
    return name + "(" + protocol + " " + user + "@" + host + ":" + port + ")";
  }
}
