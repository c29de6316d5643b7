package cn.baosong.web.security;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Token;
import cn.baosong.desk.Act;
import cn.baosong.web.WebOffice;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes what people and programs sign in with; what is stored is always a hash. */
@Component
public final class Credentials {
  private static final int TOKEN_BYTES = 32;

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final WebOffice office;

  Credentials(Accounts accounts, PasswordEncoder encoder, WebOffice office) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.office = office;
  }

  /**
   * A token with its secret, which is shown this once.
   *
   * @param secret what the program sends
   */
  public record Issued(Token token, String secret) {
    @Override
    public String toString() {
      return "token " + token.id();
    }
  }

  /** Issues a token of an account, with all that the account may do, for so long in real time. */
  public Issued issue(String account, String label, Duration validity) {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = office.machine().instant();
    Token token =
        new Token(
            UUID.randomUUID().toString(),
            account,
            BearerTokens.digest(secret),
            label,
            now,
            Optional.of(now.plus(validity)));
    accounts.issue(token, new Act(Act.Kind.TOKEN_ISSUED, account, label));
    return new Issued(token, secret);
  }

  /** The hash of a password, as accounts store it. */
  public String hash(String password) {
    return encoder.encode(password);
  }

  /**
   * Sets somebody's own password.
   *
   * @return why not, if it is not done; nothing is said of which half of the log-in was wrong
   */
  public Optional<Passwords.Weakness> change(String name, String old, String wanted) {
    Account account = accounts.find(name).orElseThrow();
    if (!encoder.matches(old, account.password())) {
      accounts.failed(name);
      return Optional.of(
          new Passwords.Weakness(
              "原密码不对。", "The password that you gave as the present one is wrong."));
    }
    Optional<Passwords.Weakness> weak = Passwords.of(name, wanted);
    if (weak.isEmpty()) {
      accounts.save(
          new Account(
              name,
              encoder.encode(wanted),
              account.roles(),
              account.departments(),
              account.disabled(),
              false),
          new Act(Act.Kind.ACCOUNT_CHANGED, name, name));
    }
    return weak;
  }
}
