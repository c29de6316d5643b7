package cn.baosong.desk;

import cn.baosong.core.submission.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people and programs that may log in. */
public interface Accounts {
  Optional<Account> find(String name);

  List<Account> all();

  /** The account of an access token that has not expired. */
  Optional<Account> byToken(Digest token);

  /** Adds or replaces an account; its failures are forgotten and a lock is lifted. */
  void save(Account account, Act act);

  /**
   * Counts a failed log-in. The {@value #TRIES}th in succession locks the account for {@value
   * #LOCK_MINUTES} minutes of real time. An unknown name is ignored.
   */
  void failed(String name);

  /** Forgets the failures so far. */
  void succeeded(String name);

  /** Issues a token, of which only the digest is ever stored. */
  void issue(Token token, Act act);

  /** The tokens of an account, expired ones too. */
  List<Token> tokens(String account);

  /** Ends a token of an account; true when there was one. */
  boolean revoke(String account, String id, Act act);

  int TRIES = 5;
  int LOCK_MINUTES = 15;

  /** What an account may do. */
  enum Role {
    /** 收件员: binds, rules, registers, releases letters. */
    CLERK,
    /** 收发室: registers parcels and hands deliveries in. */
    MAIL_ROOM,
    /** 承办人: sees and works the queues of the account's departments, nothing else. */
    OFFICER,
    /** 审计员: reads everything, changes nothing. */
    AUDITOR,
    /** 管理员: accounts, routes, units, failures. */
    ADMIN
  }

  /**
   * @param password a BCrypt hash, never the password
   * @param departments ids of the queues of an {@link Role#OFFICER}; {@code *} stands for all
   * @param locked whether too many log-ins have failed just now; set by the store, not by the saver
   */
  record Account(
      String name,
      String password,
      Set<Role> roles,
      Set<String> departments,
      boolean disabled,
      boolean locked) {
    public Account {
      roles = Set.copyOf(roles);
      departments = Set.copyOf(departments);
    }

    @Override
    public String toString() {
      return "account " + name;
    }
  }

  /**
   * @param digest SHA-256 of the token
   * @param label what the token is for, in its owner's words
   * @param created in real time, as {@code expires} is
   */
  record Token(
      String id,
      String account,
      Digest digest,
      String label,
      Instant created,
      Optional<Instant> expires) {}
}
