package cn.baosong.config;

import cn.baosong.camel.DrilledSteps;
import cn.baosong.desk.Drill;
import cn.baosong.settings.BaosongSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The crash drill; without {@code baosong.failpoint} there is none, and routes run untouched. */
@Configuration(proxyBeanMethods = false)
class DrillWiring {
  @Bean
  Drill drill(BaosongSettings settings) {
    String failpoint = settings.failpoint();
    return failpoint == null ? Drill.NONE : Failpoint.of(failpoint);
  }

  @Bean
  @ConditionalOnProperty("baosong.failpoint")
  DrilledSteps drilledSteps(Drill drill) {
    return new DrilledSteps(drill);
  }
}
