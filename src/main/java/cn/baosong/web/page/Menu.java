package cn.baosong.web.page;

import cn.baosong.desk.Accounts.Role;
import cn.baosong.web.Viewer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rooms of the office that have a page, each for whom it is. */
public enum Menu {
  DESK(Group.INTAKE, "/desk", Role.CLERK, Role.MAIL_ROOM, Role.AUDITOR, Role.ADMIN),
  INBOX(Group.INTAKE, "/", Role.CLERK, Role.MAIL_ROOM, Role.AUDITOR),
  SENDERS(Group.INTAKE, "/senders", Role.CLERK, Role.AUDITOR),
  UPLOAD(Group.INTAKE, "/upload", Role.CLERK, Role.MAIL_ROOM),
  DOSSIERS(Group.INTAKE, "/dossiers", Role.CLERK, Role.OFFICER, Role.AUDITOR),
  PAPER(Group.INTAKE, "/paper", Role.CLERK, Role.MAIL_ROOM, Role.AUDITOR),
  QUEUES(Group.DEPARTMENTS, "/queues", Role.OFFICER, Role.CLERK, Role.AUDITOR),
  REGISTER(Group.INTAKE, "/register", Role.CLERK, Role.MAIL_ROOM, Role.AUDITOR),
  LETTERS(Group.INTAKE, "/letters", Role.CLERK, Role.AUDITOR),
  MISSING(Group.INTAKE, "/missing", Role.CLERK, Role.AUDITOR),
  MAILINGS(Group.INTAKE, "/mailings", Role.CLERK, Role.AUDITOR),
  CORRESPONDENCE(Group.INTAKE, "/correspondence", Role.CLERK, Role.AUDITOR),
  CALLS(Group.RULES, "/calls", Role.CLERK, Role.AUDITOR, Role.ADMIN),
  RECONCILIATION(Group.OPERATION, "/reconciliation", Role.CLERK, Role.AUDITOR, Role.ADMIN),
  ROUTES(Group.OPERATION, "/routes", Role.CLERK, Role.AUDITOR, Role.ADMIN),
  PROGRESS(Group.OPERATION, "/progress", Role.CLERK, Role.AUDITOR),
  FAILURES(Group.OPERATION, "/failures", Role.CLERK, Role.AUDITOR, Role.ADMIN),
  ACCOUNTS(Group.OPERATION, "/accounts", Role.ADMIN, Role.AUDITOR),
  AUDIT(Group.OPERATION, "/audit", Role.AUDITOR, Role.ADMIN),
  SEALED(Group.OPERATION, "/sealed", Role.ADMIN);

  /** What belongs together in the menu. */
  public enum Group {
    INTAKE,
    DEPARTMENTS,
    RULES,
    OPERATION
  }

  private final Group group;
  private final String path;
  private final Set<Role> roles;

  Menu(Group group, String path, Role first, Role... others) {
    this.group = group;
    this.path = path;
    this.roles = EnumSet.of(first, others);
  }

  public Group group() {
    return group;
  }

  public String path() {
    return path;
  }

  /** Key of its name in {@code messages}. */
  public String key() {
    return "menu." + name();
  }

  /** Whether they may enter it. */
  public boolean isFor(Viewer viewer) {
    return isFor(viewer.roles());
  }

  /** Whether whoever has these may enter it. */
  public boolean isFor(Set<Role> held) {
    return held.stream().anyMatch(roles::contains);
  }

  /** Whether a page belongs to this room: its own path, or one below it. */
  boolean holds(String page) {
    return page.equals(path) || (!path.equals("/") && page.startsWith(path + "/"));
  }

  /** The groups that a viewer may enter, in order. */
  static List<Section> of(Viewer viewer) {
    return Arrays.stream(Group.values())
        .map(
            group ->
                new Section(
                    group,
                    Arrays.stream(values())
                        .filter(item -> item.group == group && item.isFor(viewer))
                        .collect(Collectors.toList())))
        .filter(section -> !section.items().isEmpty())
        .toList();
  }

  /** A group with what the viewer finds in it. */
  public record Section(Group group, List<Menu> items) {
    /** Key of its name in {@code messages}. */
    public String key() {
      return "menu.group." + group.name();
    }
  }
}
