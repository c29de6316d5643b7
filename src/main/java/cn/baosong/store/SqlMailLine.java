package cn.baosong.store;

import cn.baosong.core.notice.MailCause;
import cn.baosong.desk.Mailings;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pauses that providers are given, and what the line has done today. */
record SqlMailLine(JdbcClient jdbc) {

  /** A reason that lasts keeps the moment at which it began. */
  void pause(String provider, Duration pause, Optional<Mailings.Trouble> why) {
    String cause = why.map(t -> t.cause().name()).orElse(null);
    int known =
        jdbc.sql(
                "update mail_line set free_at = current_timestamp + cast(:millis as integer) *"
                    + " interval '0.001' second, said = :said, since = case when :cause is null"
                    + " then null when cause is null then current_timestamp else since end,"
                    + " cause = :cause where provider = :provider")
            .param("millis", pause.toMillis())
            .param("cause", cause, Types.VARCHAR)
            .param("said", why.map(t -> Columns.clean(t.said(), 2000)).orElse(null), Types.VARCHAR)
            .param("provider", provider)
            .update();
    if (known == 0) {
      jdbc.sql("insert into mail_line (provider, free_at) values (?, current_timestamp)")
          .param(provider)
          .update();
      pause(provider, pause, why);
    }
  }

  void hurry() {
    jdbc.sql("update mail_line set free_at = current_timestamp where free_at > current_timestamp")
        .update();
  }

  int taken(LocalDate today) {
    int known =
        jdbc.sql(
                "update mail_line set taken = case when taken_day = :today then taken + 1 else 1"
                    + " end, taken_day = :today, taken_at = current_timestamp,"
                    + " cause = null, said = null, since = null where provider = '*'")
            .param("today", today)
            .update();
    if (known == 0) {
      pause(Mailings.LINE, Duration.ZERO, Optional.empty());
      return taken(today);
    }
    return jdbc.sql("select taken from mail_line where provider = '*'")
        .query(Integer.class)
        .single();
  }

  Map<String, Mailings.Standing> standings() {
    Map<String, Mailings.Standing> found = new HashMap<>();
    jdbc.sql("select provider, cause, said, since, free_at from mail_line where cause is not null")
        .query(
            row -> {
              found.put(
                  row.getString("provider"),
                  new Mailings.Standing(
                      new Mailings.Trouble(
                          MailCause.valueOf(row.getString("cause")),
                          Optional.ofNullable(row.getString("said")).orElse("")),
                      Columns.instant(row, "since"),
                      Columns.instant(row, "free_at")));
            });
    return found;
  }

  Optional<Instant> lastTaken() {
    return jdbc.sql("select taken_at from mail_line where provider = '*'")
        .query((row, n) -> Columns.instantIfAny(row, "taken_at"))
        .optional()
        .flatMap(at -> at);
  }
}
