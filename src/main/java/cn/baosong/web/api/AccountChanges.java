package cn.baosong.web.api;

import static java.util.stream.Collectors.joining;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.web.Viewer;
import cn.baosong.web.security.Credentials;
import cn.baosong.web.security.Passwords;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What an administrator may do to an account, by page or by program. */
@Component
public final class AccountChanges {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,49}");

  private final Accounts accounts;
  private final Credentials credentials;

  AccountChanges(Accounts accounts, Credentials credentials) {
    this.accounts = accounts;
    this.credentials = credentials;
  }

  /**
   * An account as it shall be.
   *
   * @param password left out to keep the one there is
   */
  public record Wanted(
      String name,
      Optional<String> password,
      Optional<Set<Role>> roles,
      Set<String> departments,
      boolean disabled) {
    @Override
    public String toString() {
      return "account " + name;
    }
  }

  /**
   * Adds or changes it; a lock is lifted, and whoever is signed in with it signs in anew.
   *
   * @throws BadRequest naming each field that will not do
   */
  public Account save(Wanted wanted, Viewer by) {
    Optional<Account> before = accounts.find(wanted.name());
    Fields fields = new Fields();
    if (!NAME.matcher(wanted.name()).matches()) {
      fields.fault(
          "name", "用户名限字母、数字和 . _ -，最长 50 个。", "A name has letters, digits and . _ -, at most 50.");
    }
    Optional<Set<Role>> roles = fields.present("roles", wanted.roles().orElse(null));
    Optional<String> hash = password(wanted, before, fields);
    guardLastAdmin(wanted, by, fields);
    fields.check();
    Account account =
        new Account(
            wanted.name(),
            hash.orElseThrow(),
            roles.orElseThrow(),
            wanted.departments(),
            wanted.disabled(),
            false);
    accounts.save(account, new Act(Act.Kind.ACCOUNT_CHANGED, by.name(), told(account)));
    return account;
  }

  /** What it may do now; the journal tells no more. */
  private static String told(Account account) {
    String roles = account.roles().stream().map(Role::name).sorted().collect(joining(" "));
    return account.disabled() ? "disabled" : roles;
  }

  private Optional<String> password(Wanted wanted, Optional<Account> before, Fields fields) {
    if (wanted.password().isEmpty() && before.isPresent()) {
      return before.map(Account::password);
    }
    Optional<String> given = fields.present("password", wanted.password().orElse(null));
    Optional<Passwords.Weakness> weak = given.flatMap(p -> Passwords.of(wanted.name(), p));
    weak.ifPresent(w -> fields.fault("password", w.zh(), w.en()));
    return weak.isPresent() ? Optional.empty() : given.map(credentials::hash);
  }

  /** No administrator locks the office by a slip on the own account. */
  private static void guardLastAdmin(Wanted wanted, Viewer by, Fields fields) {
    boolean loses =
        wanted.disabled()
            || wanted.roles().filter(roles -> !roles.contains(Role.ADMIN)).isPresent();
    if (wanted.name().equals(by.name()) && loses) {
      fields.fault(
          "roles",
          "不能停用自己或去掉自己的管理员角色，请由另一位管理员操作。",
          "Another administrator has to take this from you.");
    }
  }
}
