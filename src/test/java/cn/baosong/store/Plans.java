package cn.baosong.store;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Has the database say how it would answer, with the very statement and values of the store. */
final class Plans extends DelegatingDataSource {
  private final Dialect dialect;

  private Plans(StoreFixture store) {
    super(store.source());
    this.dialect = store.dialect;
  }

  /** How the first query that is asked would be answered, in lower case. */
  static String of(StoreFixture store, Consumer<JdbcClient> asks) {
    try {
      asks.accept(JdbcClient.create(new Plans(store)));
    } catch (Explained explained) {
      return explained.plan;
    }
    throw new IllegalStateException("nothing was asked");
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, words) ->
                method.getName().equals("prepareStatement")
                    ? explaining(real, String.valueOf(words[0]))
                    : method.invoke(real, words));
  }

  private PreparedStatement explaining(Connection real, String sql) throws SQLException {
    PreparedStatement statement = real.prepareStatement("explain " + sql);
    return (PreparedStatement)
        Proxy.newProxyInstance(
            PreparedStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, words) -> {
              if (method.getName().equals("executeQuery")) {
                throw new Explained(plan(real, statement));
              }
              return method.invoke(statement, words);
            });
  }

  /** A small table is read whole whatever its indexes; asked not to, it shows what it has. */
  private String plan(Connection connection, PreparedStatement statement) throws SQLException {
    List<String> shy = List.of("enable_seqscan", "enable_sort", "enable_bitmapscan");
    StringBuilder plan = new StringBuilder();
    try (Statement setting = connection.createStatement()) {
      if (dialect == Dialect.POSTGRESQL) {
        for (String way : shy) {
          setting.execute("set " + way + " = off");
        }
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      if (dialect == Dialect.POSTGRESQL) {
        for (String way : shy) {
          setting.execute("reset " + way);
        }
      }
    }
    return plan.toString().toLowerCase(Locale.ROOT);
  }

  private static final class Explained extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String plan;

    Explained(String plan) {
      super(plan);
      this.plan = plan;
    }
  }
}
