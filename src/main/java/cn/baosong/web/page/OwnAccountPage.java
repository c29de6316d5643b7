package cn.baosong.web.page;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Act;
import cn.baosong.web.Viewer;
import cn.baosong.web.security.Credentials;
import cn.baosong.web.security.Passwords;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的账户: one's own password, and the tokens of one's own scripts. */
@Controller
class OwnAccountPage {
  private static final Duration VALID = Duration.ofDays(90);
  private static final int LONGEST_LABEL = 100;

  private final Accounts accounts;
  private final Credentials credentials;

  OwnAccountPage(Accounts accounts, Credentials credentials) {
    this.accounts = accounts;
    this.credentials = credentials;
  }

  @GetMapping("/me")
  String me(@AuthenticationPrincipal Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    model.addAttribute("tokens", accounts.tokens(viewer.name()));
    return "me";
  }

  @PostMapping("/me/password")
  String password(
      @RequestParam String old,
      @RequestParam String wanted,
      @RequestParam String again,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Optional<Passwords.Weakness> why =
        wanted.equals(again)
            ? credentials.change(viewer.name(), old, wanted)
            : Optional.of(
                new Passwords.Weakness("两次输入的新密码不一样。", "The new password was typed in two ways."));
    if (why.isPresent()) {
      model.addAttribute("wrong", Told.inTheirs(why.get().zh(), why.get().en()));
      return me(viewer, model);
    }
    return "redirect:/login?changed";
  }

  @PostMapping("/me/tokens")
  String issue(
      @RequestParam String label, @AuthenticationPrincipal Viewer viewer, RedirectAttributes next) {
    String told = label.strip();
    if (!told.isEmpty() && told.length() <= LONGEST_LABEL) {
      next.addFlashAttribute("issued", credentials.issue(viewer.name(), told, VALID).secret());
    }
    return "redirect:/me";
  }

  @PostMapping("/me/tokens/{id}/revoke")
  String revoke(
      @PathVariable String id, @AuthenticationPrincipal Viewer viewer, RedirectAttributes next) {
    accounts.revoke(viewer.name(), id, new Act(Act.Kind.TOKEN_REVOKED, viewer.name(), ""));
    Told.done(next, "me.revoked");
    return "redirect:/me";
  }
}
