package cn.baosong.web.security;

import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.web.Viewer;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An account as Spring Security knows it once it is signed in. */
final class Signed {
  private Signed() {}

  static Authentication in(Account account) {
    Viewer viewer = new Viewer(account.name(), account.roles(), account.departments());
    List<GrantedAuthority> roles = account.roles().stream().map(Signed::authority).toList();
    return UsernamePasswordAuthenticationToken.authenticated(viewer, "", roles);
  }

  private static GrantedAuthority authority(Role role) {
    return new SimpleGrantedAuthority("ROLE_" + role.name());
  }
}
