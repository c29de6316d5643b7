package cn.baosong.web.security;

import cn.baosong.desk.Accounts.Account;
import cn.baosong.web.WebOffice;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for a short while which passwords were found right, so that a script with HTTP Basic
 * does not pay for BCrypt on each call. Kept is a keyed hash over name, stored hash and password;
 * the key lives and dies with the process, and a changed password is forgotten by itself.
 */
@Component
class VerifiedPasswords {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 1000;
  private static final String HMAC = "HmacSHA256";

  private final WebOffice office;
  private final SecretKeySpec key;
  private final Map<String, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  VerifiedPasswords(WebOffice office) {
    this.office = office;
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, HMAC);
  }

  boolean knows(Account account, String password) {
    String hash = hash(account, password);
    synchronized (until) {
      Instant end = until.get(hash);
      return end != null && office.machine().instant().isBefore(end);
    }
  }

  void remember(Account account, String password) {
    String hash = hash(account, password);
    synchronized (until) {
      until.remove(hash);
      until.put(hash, office.machine().instant().plus(KEPT));
    }
  }

  private String hash(Account account, String password) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      for (String part : new String[] {account.name(), account.password(), password}) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java runtime has " + HMAC, absent);
    }
  }
}
