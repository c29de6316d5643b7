package cn.baosong.settings;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that letters leave by; without it letters are files only.
 *
 * @param host where it listens
 * @param port its port; 465, 587 or 25 by {@code tls} when 0
 * @param tls {@code implicit} from the first byte on, {@code starttls} required before anything is
 *     said, or {@code none}
 * @param insecure allows {@code none} to another host than this one; the pages say so
 * @param user who logs in; nobody does when not set
 * @param password of the user; the large providers want an authorization code (授权码) here
 * @param from sender address of the letters, to which undeliverable ones come back
 * @param replyTo where the answers of units go, when not to {@code from}
 * @param certificates PEM file of certificates that are trusted beside those of the machine, for a
 *     server of one's own
 * @param pacing real time between two letters to one provider, such as {@code qq.com=PT2S}; {@code
 *     *} stands for all others
 * @param dailyCap letters a day, beyond which the office waits for the next; none when 0
 * @param retry real time until a letter that was put off is tried again
 * @param giveUp real time after which a letter that is put off again and again counts as refused
 * @param rest how long nothing goes to a provider that complains of frequency or spam
 */
public record SmtpSettings(
    @NotBlank String host,
    @Min(0) @Max(65535) @DefaultValue("0") int port,
    @NotNull @DefaultValue("implicit") Tls tls,
    @DefaultValue("false") boolean insecure,
    @Nullable String user,
    @Nullable String password,
    @NotBlank String from,
    @Nullable String replyTo,
    @Nullable Path certificates,
    @NotNull @DefaultValue("qq.com=PT2S, 163.com=PT3S, sina.com=PT3S, *=PT0S") String pacing,
    @Min(0) @DefaultValue("0") int dailyCap,
    @NotNull @DefaultValue("PT5M") Duration retry,
    @NotNull @DefaultValue("PT48H") Duration giveUp,
    @NotNull @DefaultValue("PT30M") Duration rest) {

  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^@<>,;:\"()\\\\]]+@[A-Za-z0-9.-]+");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

  /** How the connection is encrypted. */
  public enum Tls {
    IMPLICIT,
    STARTTLS,
    NONE
  }

  /** The port, by the encryption where none is set. */
  public int portHere() {
    if (port > 0) {
      return port;
    }
    return switch (tls) {
      case IMPLICIT -> 465;
      case STARTTLS -> 587;
      case NONE -> 25;
    };
  }

  /** Whether letters leave where others on the way can read them. */
  public boolean isOpen() {
    return tls == Tls.NONE && !HERE.contains(host);
  }

  @AssertTrue(
      message =
          "tls: none 只能用于本机；确要明文发往其他主机，请写 insecure: true"
              + " plain only to this machine, or with insecure: true")
  boolean isEncryptedOrAllowed() {
    return !isOpen() || insecure;
  }

  @AssertTrue(message = "有 user 就要有 password（授权码） a user needs a password")
  boolean isUserWithPassword() {
    return user == null || password != null;
  }

  @AssertTrue(message = "from、reply-to 须是邮箱地址 must be addresses")
  boolean isSentFromAnAddress() {
    return ADDRESS.matcher(from).matches()
        && (replyTo == null || ADDRESS.matcher(replyTo).matches());
  }

  @AssertTrue(message = "pacing 的写法：qq.com=PT2S, 163.com=PT3S, *=PT0S write it so")
  boolean isPacingReadable() {
    try {
      Pacing.read(pacing);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
