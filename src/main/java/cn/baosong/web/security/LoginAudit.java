package cn.baosong.web.security;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes into the journal who was refused what, and which account was locked. */
@Component
class LoginAudit {
  private static final Logger LOG = LoggerFactory.getLogger(LoginAudit.class);
  private static final int LONGEST = 120;

  private final Audit audit;
  private final Accounts accounts;

  LoginAudit(Audit audit, Accounts accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  /** Only the failure that locks is journaled: others would let anyone fill the disk. */
  void failed(String name) {
    LOG.warn("A log-in failed: {}", plain(name));
    accounts
        .find(plain(name))
        .filter(Account::locked)
        .ifPresent(a -> audit.note(a.name(), Act.byMachine(Act.Kind.LOGIN_LOCKED)));
  }

  void refused(Viewer viewer, HttpServletRequest request) {
    String what = plain(request.getMethod() + " " + request.getRequestURI());
    LOG.warn("Access refused to {}: {}", plain(viewer.name()), what);
    audit.note(what, new Act(Act.Kind.ACCESS_REFUSED, viewer.name(), ""));
  }

  /** One line without control characters, whatever a stranger wrote. */
  static String plain(String foreign) {
    String line = foreign.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
