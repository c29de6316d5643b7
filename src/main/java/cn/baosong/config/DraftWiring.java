package cn.baosong.config;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Checks;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Barrier;
import cn.baosong.desk.CallHistory;
import cn.baosong.desk.Calls;
import cn.baosong.desk.HeldEdits;
import cn.baosong.desk.Records;
import cn.baosong.desk.ReplayDesk;
import cn.baosong.desk.UnitCalls;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.Units;
import cn.baosong.desk.draft.CallFolders;
import cn.baosong.desk.draft.DraftDesk;
import cn.baosong.desk.draft.Drafts;
import cn.baosong.desk.draft.PublishingDesk;
import cn.baosong.desk.draft.TrialDesk;
import cn.baosong.desk.night.FreezeDesk;
import cn.baosong.desk.night.NearDeadlines;
import cn.baosong.store.SqlSeason;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desks at which calls are changed. */
@Configuration(proxyBeanMethods = false)
class DraftWiring {
  private static final Logger LOG = LoggerFactory.getLogger(DraftWiring.class);

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
      NearDeadlines near,
      OfficeClock clock) {
    return new PublishingDesk(drafts, folders, calls, near, books, clock);
  }

  @Bean
  PublishingDesk.Books publishingBooks(
      CallHistory history, UnitCalls unitCalls, UnitOfWork work, Barrier barrier) {
    return new PublishingDesk.Books(history, unitCalls, work, barrier);
  }

  @Bean
  FreezeDesk freezeDesk(HeldEdits edits, NearDeadlines near, FreezeDesk.Books books) {
    return new FreezeDesk(edits, near, books);
  }

  @Bean
  FreezeDesk.Books freezeBooks(Records records, Audit audit, UnitCalls unitCalls, Barrier barrier) {
    return new FreezeDesk.Books(records, audit, unitCalls, barrier);
  }

  @Bean
  TrialDesk trialDesk(
      JdbcClient jdbc,
      ObjectMapper json,
      Units units,
      Checks checks,
      WorkingDays days,
      OfficeClock clock,
      ZoneId zone) {
    SqlSeason season = new SqlSeason(jdbc, json);
    ReplayDesk replay = new ReplayDesk(season, units, new ReplayDesk.Rules(checks, days, zone));
    TrialDesk.Apart apart =
        new TrialDesk.Apart(
            Executors.newSingleThreadExecutor(DraftWiring::aside),
            failure -> LOG.error("A trial did not get through", failure));
    return new TrialDesk(season, replay, apart, clock);
  }

  /** Beside the office's work, and giving way to it; it holds up no stop of the office. */
  private static Thread aside(Runnable task) {
    Thread thread = new Thread(task, "trial");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }
}
