package cn.baosong.web.api;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.web.Viewer;
import cn.baosong.web.security.Credentials;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may log in: an administrator adds, changes and disables accounts. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "accounts")
class AccountsResource {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,49}");
  private static final int SHORTEST = 10;

  /** BCrypt reads no more. */
  private static final int LONGEST_BYTES = 72;

  private final Accounts accounts;
  private final Credentials credentials;

  AccountsResource(Accounts accounts, Credentials credentials) {
    this.accounts = accounts;
    this.credentials = credentials;
  }

  /**
   * @param password left out to keep the one there is
   */
  record AccountBody(
      @Nullable String password,
      @Nullable Set<Role> roles,
      @Nullable Set<String> departments,
      @Nullable Boolean disabled) {
    @Override
    public String toString() {
      return "account body";
    }
  }

  record AccountView(
      String name, Set<String> roles, Set<String> departments, boolean disabled, boolean locked) {
    static AccountView of(Account account) {
      return new AccountView(
          account.name(),
          account.roles().stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new)),
          new TreeSet<>(account.departments()),
          account.disabled(),
          account.locked());
    }
  }

  @GetMapping
  ListBody<AccountView> list() {
    return ListBody.whole(accounts.all().stream().map(AccountView::of).toList());
  }

  @PutMapping("/{name}")
  AccountView save(
      @PathVariable String name,
      @RequestBody AccountBody body,
      @AuthenticationPrincipal Viewer viewer) {
    Optional<Account> before = accounts.find(name);
    Fields fields = new Fields();
    if (!NAME.matcher(name).matches()) {
      fields.fault(
          "name", "用户名限字母、数字和 . _ -，最长 50 个。", "A name has letters, digits and . _ -, at most 50.");
    }
    Optional<Set<Role>> roles = fields.present("roles", body.roles());
    Optional<String> hash = password(body.password(), before, fields);
    guardLastAdmin(name, body, viewer, fields);
    fields.check();
    Account account =
        new Account(
            name,
            hash.orElseThrow(),
            roles.orElseThrow(),
            body.departments() == null ? Set.of() : body.departments(),
            Boolean.TRUE.equals(body.disabled()),
            false);
    accounts.save(account, new Act(Act.Kind.ACCOUNT_CHANGED, viewer.name(), name));
    return AccountView.of(account);
  }

  private Optional<String> password(
      @Nullable String password, Optional<Account> before, Fields fields) {
    if (password == null && before.isPresent()) {
      return before.map(Account::password);
    }
    Optional<String> given =
        fields
            .present("password", password)
            .filter(
                p ->
                    p.length() >= SHORTEST
                        && p.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES);
    if (password != null && given.isEmpty()) {
      fields.fault(
          "password",
          "密码至少 10 个字符，最多 72 字节。",
          "A password has at least 10 characters, at most 72 bytes.");
    }
    return given.map(credentials::hash);
  }

  /** No administrator locks the office by a slip on the own account. */
  private static void guardLastAdmin(String name, AccountBody body, Viewer viewer, Fields fields) {
    boolean loses =
        Boolean.TRUE.equals(body.disabled())
            || (body.roles() != null && !body.roles().contains(Role.ADMIN));
    if (name.equals(viewer.name()) && loses) {
      fields.fault(
          "roles",
          "不能停用自己或去掉自己的管理员角色，请由另一位管理员操作。",
          "Another administrator has to take this from you.");
    }
  }
}
