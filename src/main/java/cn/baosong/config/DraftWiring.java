package cn.baosong.config;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Records;
import cn.baosong.desk.UnitCalls;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.draft.CallFolders;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.Drafts;
import cn.baosong.desk.draft.NearDeadlines;
import cn.baosong.desk.draft.PublishingDesk;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desks at which calls are changed. */
@Configuration(proxyBeanMethods = false)
class DraftWiring {
  @Bean
  CallHistory callHistory(Records records, Audit audit) {
    return new CallHistory(records, audit);
  }

  @Bean
  DraftDesk draftDesk(Drafts drafts, CallFolders folders, UnitOfWork work, OfficeClock clock) {
    return new DraftDesk(drafts, folders, work, clock);
  }

  @Bean
  PublishingDesk publishingDesk(
      Drafts drafts,
      CallFolders folders,
      Calls calls,
      PublishingDesk.Books books,
      WorkingDays days,
      OfficeClock clock,
      ZoneId zone) {
    return new PublishingDesk(
        drafts, folders, calls, new NearDeadlines(days, clock, zone), books, clock);
  }

  @Bean
  PublishingDesk.Books publishingBooks(
      CallHistory history, UnitCalls unitCalls, UnitOfWork work, Barrier barrier) {
    return new PublishingDesk.Books(history, unitCalls, work, barrier);
  }
}
