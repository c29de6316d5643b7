package cn.baosong.web.page;

import cn.baosong.core.call.Department;
import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.web.Problems.Fault;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.AccountChanges;
import cn.baosong.web.api.AccountChanges.Wanted;
import cn.baosong.web.api.BadRequest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 用户: who may log in, and what for. */
@Controller
class AccountsPage {
  private final Accounts accounts;
  private final AccountChanges changes;
  private final Calls calls;

  AccountsPage(Accounts accounts, AccountChanges changes, Calls calls) {
    this.accounts = accounts;
    this.changes = changes;
    this.calls = calls;
  }

  /** What the form holds: an account, or what was typed and will not do. */
  record Draft(
      String name, boolean fresh, Set<Role> roles, Set<String> departments, boolean disabled) {
    static final Draft EMPTY = new Draft("", true, Set.of(), Set.of(), false);

    static Draft of(Account account) {
      return new Draft(
          account.name(), false, account.roles(), account.departments(), account.disabled());
    }
  }

  @GetMapping("/accounts")
  String list(
      @RequestParam(required = false) @Nullable String name,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Draft draft =
        Optional.ofNullable(name).flatMap(accounts::find).map(Draft::of).orElse(Draft.EMPTY);
    return page(draft, Map.of(), viewer, model);
  }

  @PostMapping("/accounts")
  String save(
      @RequestParam String name,
      @RequestParam boolean fresh,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(required = false) @Nullable Set<Role> role,
      @RequestParam(required = false) @Nullable Set<String> department,
      @RequestParam(defaultValue = "false") boolean disabled,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      RedirectAttributes next) {
    Set<Role> roles = role == null ? EnumSet.noneOf(Role.class) : role;
    Set<String> departments = department == null ? Set.of() : department;
    if (fresh && accounts.find(name).isPresent()) {
      Fault taken = new Fault("name", "已有这个用户，请在列表里修改。", "There is one of this name; change it.");
      return page(
          new Draft(name, true, roles, departments, disabled), told(List.of(taken)), viewer, model);
    }
    try {
      changes.save(
          new Wanted(
              name.strip(),
              Optional.of(password).filter(p -> !p.isEmpty()),
              Optional.of(roles).filter(r -> !r.isEmpty()),
              departments,
              disabled),
          viewer);
    } catch (BadRequest bad) {
      return page(
          new Draft(name, fresh, roles, departments, disabled), told(bad.faults()), viewer, model);
    }
    Told.done(next, "accounts.saved");
    return "redirect:/accounts";
  }

  private String page(Draft draft, Map<String, String> faults, Viewer viewer, Model model) {
    Map<String, String> departments = new TreeMap<>();
    calls.live().stream()
        .flatMap(call -> call.departments().stream())
        .forEach((Department d) -> departments.put(d.id(), d.name()));
    model.addAttribute("accounts", accounts.all());
    model.addAttribute("draft", draft);
    model.addAttribute("faults", faults);
    model.addAttribute("roles", Role.values());
    model.addAttribute("departments", departments);
    model.addAttribute("hand", viewer.is(Role.ADMIN));
    return "accounts";
  }

  private static Map<String, String> told(List<Fault> faults) {
    Map<String, String> told = new HashMap<>();
    faults.forEach(f -> told.merge(f.field(), Told.inTheirs(f.zh(), f.en()), (a, b) -> a));
    return told;
  }
}
