package cn.baosong.config;

import cn.baosong.settings.BaosongSettings;
import cn.baosong.web.WebOffice;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages and the machine interface know of the office. */
@Configuration(proxyBeanMethods = false)
class WebWiring {
  @Bean
  WebOffice webOffice(OfficeClock clock, BaosongSettings settings, ZoneId zone) {
    return new WebOffice(
        clock, clock.machine(), zone, clock::offset, Optional.ofNullable(settings.adminPassword()));
  }
}
