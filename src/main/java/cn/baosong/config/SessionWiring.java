package cn.baosong.config;

import cn.baosong.store.Dialect;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

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

  /** Every request goes by {@link QuietSessions}; a second repository would take Boot's away. */
  @Bean
  static BeanPostProcessor quietly(
      ObjectProvider<JdbcIndexedSessionRepository> sessions,
      ObjectProvider<CookieSerializer> cookie) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SessionRepositoryFilter<?>
            ? quiet(sessions.getObject(), cookie.getObject())
            : bean;
      }
    };
  }

  private static <S extends Session> SessionRepositoryFilter<?> quiet(
      SessionRepository<S> sessions, CookieSerializer cookie) {
    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(cookie);
    SessionRepositoryFilter<?> filter =
        new SessionRepositoryFilter<>(new QuietSessions<>(sessions));
    filter.setHttpSessionIdResolver(ids);
    return filter;
  }
}
