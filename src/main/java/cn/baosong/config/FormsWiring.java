package cn.baosong.config;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.check.Checks;
import cn.baosong.desk.Audit;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.reader.call.CallLoader;
import cn.baosong.reader.call.CallShelf;
import cn.baosong.reader.call.CaseRunner;
import cn.baosong.reader.call.LoadedCall;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.draft.ShelvedFolders;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;
import cn.baosong.reader.units.UnitFile;
import cn.baosong.settings.BaosongSettings;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calls and the units, from files that clerks edit. */
@Configuration(proxyBeanMethods = false)
class FormsWiring {
  @Bean
  CallLoader callLoader(ReferenceData data) {
    return new CallLoader(
        new Conditions(
            new Lookups(data.titles(), data.degrees(), data.skills(), data.workingDays())));
  }

  @Bean
  Function<LoadedCall, List<CallFault>> cases(
      Checks checks, ReferenceData data, BaosongSettings settings) {
    return new CaseRunner(checks, data.workingDays(), settings.zone());
  }

  @Bean
  CallShelf calls(
      CallLoader loader,
      Function<LoadedCall, List<CallFault>> cases,
      BaosongSettings settings,
      NearDeadlines near) {
    return new CallShelf(loader, settings.forms(), settings.home().resolve("calls"), cases, near);
  }

  @Bean
  ShelvedFolders callFolders(CallShelf calls, ReferenceData data, BaosongSettings settings) {
    return new ShelvedFolders(calls, data.workingDays(), settings.routes());
  }

  @Bean
  UnitFile units(BaosongSettings settings, Audit audit) {
    return new UnitFile(settings.unitsFile(), settings.home().resolve("units"), audit);
  }
}
