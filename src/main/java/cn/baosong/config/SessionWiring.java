package cn.baosong.config;

import cn.baosong.store.Dialect;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Log-ins are kept in the database, so that a restart sends nobody away. */
@Configuration(proxyBeanMethods = false)
class SessionWiring {
  /** Two pages at once may add the same word to a session; PostgreSQL would fail the second. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionRows(DataSource source) {
    return switch (Dialect.of(source)) {
      case H2 -> sessions -> {};
      case POSTGRESQL -> new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    };
  }
}
