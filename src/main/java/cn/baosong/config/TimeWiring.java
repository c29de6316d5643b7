package cn.baosong.config;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.settings.BaosongSettings;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clock, zone and the tables that rules look up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BaosongSettings.class)
class TimeWiring {
  @Bean
  OfficeClock clock(BaosongSettings settings) {
    return OfficeClock.ofMachine(settings.clock().offset());
  }

  @Bean
  ZoneId officeZone(BaosongSettings settings) {
    return settings.zone();
  }

  @Bean
  ReferenceData referenceData() {
    return ReferenceData.bundled();
  }

  @Bean
  WorkingDays workingDays(ReferenceData data) {
    return data.workingDays();
  }
}
