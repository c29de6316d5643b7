package cn.baosong.config;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.settings.BaosongSettings;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clock, zone and the tables that rules look up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BaosongSettings.class)
class TimeWiring {
  private static final Logger LOG = LoggerFactory.getLogger(TimeWiring.class);

  @Bean
  OfficeClock clock(BaosongSettings settings) {
    return OfficeClock.ofMachine(settings.clock().offset());
  }

  @Bean
  ZoneId officeZone(BaosongSettings settings) {
    return settings.zone();
  }

  @Bean
  ReferenceData referenceData(BaosongSettings settings) {
    ReferenceData data = ReferenceData.overriddenIn(settings.forms());
    data.faults()
        .forEach(fault -> LOG.error("takes no effect, the shipped table stays: {}", fault));
    return data;
  }

  @Bean
  WorkingDays workingDays(ReferenceData data) {
    return data.workingDays();
  }
}
