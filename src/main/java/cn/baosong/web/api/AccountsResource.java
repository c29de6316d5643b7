package cn.baosong.web.api;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.web.Viewer;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final Accounts accounts;
  private final AccountChanges changes;

  AccountsResource(Accounts accounts, AccountChanges changes) {
    this.accounts = accounts;
    this.changes = changes;
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
    return AccountView.of(
        changes.save(
            new AccountChanges.Wanted(
                name,
                Optional.ofNullable(body.password()),
                Optional.ofNullable(body.roles()),
                Optional.ofNullable(body.departments()).orElse(Set.of()),
                Boolean.TRUE.equals(body.disabled())),
            viewer));
  }
}
