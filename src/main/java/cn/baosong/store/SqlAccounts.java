package cn.baosong.store;

import cn.baosong.core.submission.Digest;
import cn.baosong.desk.Accounts;
import cn.baosong.desk.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Accounts and tokens in SQL. The journal tells of their changes, never of a password or its hash:
 * after a rebuild from it the administrator gives accounts anew.
 */
public final class SqlAccounts implements Accounts {
  private static final String SELECT =
      "select name, password, roles, departments, disabled, case when locked_until >"
          + " current_timestamp then true else false end as locked from account";

  private final Book book;

  public SqlAccounts(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Account> find(String name) {
    return jdbc()
        .sql(SELECT + " where name = ?")
        .param(name)
        .query(SqlAccounts::account)
        .optional();
  }

  @Override
  public List<Account> all() {
    return jdbc().sql(SELECT + " order by name").query(SqlAccounts::account).list();
  }

  @Override
  public Optional<Account> byToken(Digest token) {
    String owner =
        " where name = (select account from access_token where digest = ?"
            + " and (expires_at is null or expires_at > current_timestamp))";
    return jdbc().sql(SELECT + owner).param(token.hex()).query(SqlAccounts::account).optional();
  }

  @Override
  public void save(Account account, Act act) {
    book.together(
        () -> {
          if (put(
                  account,
                  "update account set password = :password, roles = :roles,"
                      + " departments = :departments, disabled = :disabled, failures = 0,"
                      + " locked_until = null where name = :name")
              == 0) {
            put(
                account,
                "insert into account (name, password, roles, departments, disabled)"
                    + " values (:name, :password, :roles, :departments, :disabled)");
          }
          book.note(account.name(), Told.of(account), act);
        });
  }

  /** What the journal may tell of an account. */
  private record Told(Set<Role> roles, Set<String> departments, boolean disabled) {
    static Told of(Account account) {
      return new Told(account.roles(), account.departments(), account.disabled());
    }
  }

  private int put(Account account, String sql) {
    return jdbc()
        .sql(sql)
        .param("name", account.name())
        .param("password", account.password())
        .param("roles", account.roles().stream().map(Enum::name).sorted().collect(lines()))
        .param("departments", account.departments().stream().sorted().collect(lines()))
        .param("disabled", account.disabled())
        .update();
  }

  private static java.util.stream.Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n");
  }

  @Override
  public void failed(String name) {
    jdbc()
        .sql(
            "update account set locked_until = case when failures + 1 >= "
                + TRIES
                + " then current_timestamp + interval '"
                + LOCK_MINUTES
                + "' minute"
                + " else locked_until end,"
                + " failures = case when failures + 1 >= "
                + TRIES
                + " then 0 else failures + 1 end"
                + " where name = ?")
        .param(name)
        .update();
  }

  @Override
  public void succeeded(String name) {
    jdbc()
        .sql("update account set failures = 0 where name = ? and failures > 0")
        .param(name)
        .update();
  }

  @Override
  public void issue(Token token, Act act) {
    Columns expires = new Columns().maybeAt("expires", token.expires());
    book.together(
        () -> {
          jdbc()
              .sql(
                  "insert into access_token (id, account, digest, label, created_at, expires_at)"
                      + " values (:id, :account, :digest, :label, :created, :expires)")
              .param("id", token.id())
              .param("account", token.account())
              .param("digest", token.digest().hex())
              .param("label", Columns.clean(token.label(), 200))
              .param("created", Columns.time(token.created()))
              .params(expires.values())
              .update();
          book.note(token.account(), Map.of("token", token.id()), act);
        });
  }

  @Override
  public List<Token> tokens(String account) {
    return jdbc()
        .sql(
            "select id, account, digest, label, created_at, expires_at from access_token"
                + " where account = ? order by created_at, id")
        .param(account)
        .query(
            (row, n) ->
                new Token(
                    row.getString("id"),
                    row.getString("account"),
                    new Digest(row.getString("digest")),
                    row.getString("label"),
                    Columns.instant(row, "created_at"),
                    Columns.instantIfAny(row, "expires_at")))
        .list();
  }

  @Override
  public boolean revoke(String account, String id, Act act) {
    boolean[] ended = {false};
    book.together(
        () -> {
          StatementSpec end =
              jdbc()
                  .sql("delete from access_token where account = ? and id = ?")
                  .params(account, id);
          ended[0] = end.update() == 1;
          if (ended[0]) {
            book.note(account, Map.of("token", id), act);
          }
        });
    return ended[0];
  }

  private JdbcClient jdbc() {
    return book.jdbc();
  }

  private static Account account(ResultSet row, int n) throws SQLException {
    return new Account(
        row.getString("name"),
        row.getString("password"),
        split(row.getString("roles")).stream().map(Role::valueOf).collect(Collectors.toSet()),
        split(row.getString("departments")),
        row.getBoolean("disabled"),
        row.getBoolean("locked"));
  }

  private static Set<String> split(String lines) {
    return Arrays.stream(lines.split("\n"))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }
}
