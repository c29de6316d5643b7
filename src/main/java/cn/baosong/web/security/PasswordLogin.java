package cn.baosong.web.security;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks name and password. Whatever is wrong, the answer is the same and takes the same time, so
 * that no name can be guessed; too many failures lock the account.
 */
@Component
class PasswordLogin implements AuthenticationProvider {
  private static final int LONGEST = 200;

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final VerifiedPasswords verified;
  private final LoginAudit audit;
  private final String nobody;

  PasswordLogin(
      Accounts accounts, PasswordEncoder encoder, VerifiedPasswords verified, LoginAudit audit) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.verified = verified;
    this.audit = audit;
    this.nobody = encoder.encode("nobody");
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String name = login.getName();
    String password = String.valueOf(login.getCredentials());
    Optional<Account> account =
        password.length() > LONGEST || !LoginAudit.plain(name).equals(name)
            ? Optional.empty()
            : accounts.find(name).filter(a -> !a.disabled() && !a.locked());
    if (account.isEmpty()) {
      encoder.matches(password, nobody);
    }
    return account
        .filter(a -> matches(a, password))
        .map(Signed::in)
        .orElseThrow(() -> refused(name));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private boolean matches(Account account, String password) {
    if (verified.knows(account, password)) {
      return true;
    }
    boolean matches = encoder.matches(password, account.password());
    if (matches) {
      verified.remember(account, password);
      accounts.succeeded(account.name());
    }
    return matches;
  }

  private BadCredentialsException refused(String name) {
    if (LoginAudit.plain(name).equals(name)) {
      accounts.failed(name);
    }
    audit.failed(name);
    return new BadCredentialsException("name or password is wrong, or the account is locked");
  }
}
