package cn.baosong.config;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.desk.night.Endings;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.NightSettings;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of the last evening of a call, and what it keeps from changing. */
@Configuration(proxyBeanMethods = false)
class NightWiring {
  @Bean
  Endings endings(WorkingDays days, ZoneId zone) {
    return new Endings(days, zone);
  }

  @Bean
  NearDeadlines nearDeadlines(Endings endings, OfficeClock clock, BaosongSettings settings) {
    NightSettings night = settings.night();
    return new NearDeadlines(endings, clock, new NearDeadlines.Span(night.before(), night.after()));
  }
}
