package cn.baosong.config;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Changes;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.Records;
import cn.baosong.desk.Shares;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.TimesDesk;
import cn.baosong.desk.night.Endings;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.desk.night.NightDesk;
import cn.baosong.desk.night.Nights;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.NightSettings;
import cn.baosong.store.Journal;
import cn.baosong.store.SqlNights;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of the last evening of a call, and what it keeps from changing. */
@Configuration(proxyBeanMethods = false)
class NightWiring {
  @Bean
  Endings endings(WorkingDays days, ZoneId zone) {
    return new Endings(days, zone);
  }

  @Bean
  NearDeadlines.Span nightSpan(BaosongSettings settings) {
    NightSettings night = settings.night();
    return new NearDeadlines.Span(night.before(), night.after());
  }

  @Bean
  NearDeadlines nearDeadlines(Endings endings, OfficeClock clock, NearDeadlines.Span span) {
    return new NearDeadlines(endings, clock, span);
  }

  @Bean
  Nights nights(JdbcClient jdbc, ObjectMapper json, Journal journal) {
    return new SqlNights(jdbc, json);
  }

  @Bean
  NightDesk.Books nightBooks(
      Nights nights,
      Records records,
      Shares shares,
      Submissions submissions,
      MailFolders outages,
      Changes changes) {
    return new NightDesk.Books(nights, records, shares, submissions, outages, changes);
  }

  @Bean
  NightDesk nightDesk(
      Calls calls,
      Endings endings,
      NearDeadlines.Span span,
      NightDesk.Books books,
      TimesDesk times,
      OfficeClock clock) {
    return new NightDesk(calls, endings, span, books, times, clock);
  }
}
