package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.desk.night.Endings;
import cn.baosong.desk.night.NearDeadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which calls are so near a deadline that an edit waits for a person. */
final class Frozen {
  @Option(
      names = "--night-before",
      paramLabel = "<PT72H>",
      defaultValue = "PT72H",
      description = "同 baosong.night.before：截止前多久起冻结；as the office that runs has it")
  private Duration before = Duration.ZERO;

  @Option(
      names = "--night-after",
      paramLabel = "<PT6H>",
      defaultValue = "PT6H",
      description = "同 baosong.night.after：截止后冻结到多久；as the office that runs has it")
  private Duration after = Duration.ZERO;

  private final Clock clock;

  Frozen(Clock clock) {
    this.clock = clock;
  }

  /** Until when; empty where an edit takes effect at once. */
  Optional<OffsetDateTime> until(Call call, CallTables tables) {
    ZoneId zone = ZoneId.of(CallTables.ZONE);
    NearDeadlines.Span span = new NearDeadlines.Span(before, after);
    return new NearDeadlines(new Endings(tables.workingDays(), zone), clock, span)
        .until(call)
        .map(until -> until.atZone(zone).toOffsetDateTime());
  }
}
