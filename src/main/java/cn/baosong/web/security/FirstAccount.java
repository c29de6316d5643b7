package cn.baosong.web.security;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.web.WebOffice;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Opens the office: its first account is {@code admin} with every role, until the office parts
 * them. A password that is set in the settings holds from each start on; else one is generated at
 * the first start and printed once, on the console and nowhere else.
 */
@Component
class FirstAccount implements ApplicationRunner {
  private static final String NAME = "admin";

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 20;

  private final Accounts accounts;
  private final PasswordEncoder encoder;
  private final WebOffice office;

  FirstAccount(Accounts accounts, PasswordEncoder encoder, WebOffice office) {
    this.accounts = accounts;
    this.encoder = encoder;
    this.office = office;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Optional<Account> admin = accounts.find(NAME);
    Optional<String> set = office.adminPassword().filter(p -> !p.isBlank());
    if (set.isPresent()) {
      if (admin.filter(a -> encoder.matches(set.get(), a.password())).isEmpty()) {
        save(set.get());
      }
    } else if (admin.isEmpty() && accounts.all().isEmpty()) {
      String password = generated();
      save(password);
      print(System.out, password);
    }
  }

  private void save(String password) {
    accounts.save(
        new Account(
            NAME, encoder.encode(password), EnumSet.allOf(Role.class), Set.of("*"), false, false),
        Act.byMachine(Act.Kind.ACCOUNT_CHANGED));
  }

  /** ASCII only: a console may have no Chinese. */
  private static void print(PrintStream console, String password) {
    console.println();
    console.println("  First log-in: user " + NAME + ", password " + password);
    console.println("  It is shown this once and stored hashed.");
    console.println();
  }

  private static String generated() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
