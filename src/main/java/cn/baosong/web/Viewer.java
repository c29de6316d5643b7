package cn.baosong.web;

import cn.baosong.desk.Accounts.Role;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is looking.
 *
 * @param name user name
 * @param departments ids of queues; {@code *} stands for all
 */
public record Viewer(String name, Set<Role> roles, Set<String> departments)
    implements AuthenticatedPrincipal, Serializable {
  private static final String ALL = "*";

  /** One that another build wrote without a fact is none. */
  public Viewer {
    Objects.requireNonNull(name);
    Objects.requireNonNull(roles);
    Objects.requireNonNull(departments);
  }

  @Override
  public String getName() {
    return name;
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether dossiers of every department, and those of none yet, are open to them. */
  public boolean seesAllDossiers() {
    return is(Role.CLERK) || is(Role.AUDITOR) || (is(Role.OFFICER) && departments.contains(ALL));
  }

  /** The departments that bound what they see; empty when nothing does. */
  public Optional<Set<String>> within() {
    return seesAllDossiers() ? Optional.empty() : Optional.of(departments);
  }

  /** Whether they are an officer of this department. */
  public boolean serves(String department) {
    return is(Role.OFFICER) && (departments.contains(ALL) || departments.contains(department));
  }

  /** Whether the people of a dossier's department are theirs to see. */
  public boolean sees(Optional<String> department) {
    return seesAllDossiers() || department.filter(this::serves).isPresent();
  }
}
