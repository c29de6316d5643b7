package cn.baosong.cli;

import cn.baosong.config.StoredOffice;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.UnitCode;
import cn.baosong.desk.ReplayDesk;
import cn.baosong.desk.ReplayTally;
import cn.baosong.desk.Season;
import cn.baosong.reader.units.UnitTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides a stored season once more under other rules, and tells what comes out otherwise. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "用改过的规则把已办的一季重判一遍，列出结论不同的材料和起作用的规定。只读：不登记，不发文书。退出码：0 完成，有无不同都一样。",
      "Decides a stored season once more under changed rules and lists what comes out otherwise,"
          + " with the rule that made the difference. Only reads. Exit 0 when done, whatever differs."
    })
final class ReplayCommand implements Callable<Integer> {
  @Option(names = "--call", required = true, paramLabel = "<id>", description = "通知编号 call id")
  private String call = "";

  @Option(
      names = "--forms",
      required = true,
      paramLabel = "<dir>",
      description = "改过的通知文件夹 folder of the calls as changed")
  private Path forms = Path.of("forms");

  @Option(names = "--unit", paramLabel = "<code>", description = "只重判一个单位 this unit only")
  private Optional<String> unit = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "<time>",
      description = {
        "在已存的各审核时刻之后再审一次的时刻，如 2020-05-01T09:00:00+08:00；期限和等候期算到那时。",
        "assess once more at this moment after those stored, so that terms and windows end"
      })
  private Optional<OffsetDateTime> asOf = Optional.empty();

  @Option(
      names = "--units",
      paramLabel = "<file.csv>",
      defaultValue = "${env:BAOSONG_UNITS}",
      description = "单位名册；不给即通知文件夹下的 units.csv registry of units")
  private @Nullable Path units;

  @Option(
      names = "--zone",
      paramLabel = "<zone>",
      defaultValue = "${env:BAOSONG_ZONE:-" + CallTables.ZONE + "}",
      description = "时区 (${DEFAULT-VALUE})")
  private ZoneId zone = ZoneId.of(CallTables.ZONE);

  @Mixin private StoredPlace place = new StoredPlace();

  @Option(names = "--json", description = "JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Clock clock;

  ReplayCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    CallTables tables = CallTables.in(forms);
    Call under = CallTables.call(tables.read(), call);
    UnitTable registry = UnitTable.read(units == null ? forms.resolve("units.csv") : units);
    ReplayDesk.Rules rules = new ReplayDesk.Rules(tables.checks(), tables.workingDays(), zone);
    try {
      place
          .database()
          .read(season -> replay(season, new ReplayDesk(season, registry, rules), under));
      return 0;
    } catch (StoredOffice.Unusable unusable) {
      throw new Trouble(unusable);
    }
  }

  private void replay(Season season, ReplayDesk desk, Call under) {
    PrintWriter out = spec.commandLine().getOut();
    ReplayTally tally = new ReplayTally();
    ReplayProgress progress =
        new ReplayProgress(spec.commandLine().getErr(), season.dossiers(under.id()), clock);
    ReplayReport report = json ? new ReplayJson(out, under) : new ReplayText(out, under);
    desk.replay(
        under,
        new ReplayDesk.Scope(unit.map(UnitCode::new), asOf.map(OffsetDateTime::toInstant)),
        one -> {
          tally.add(one);
          report.unit(one);
          progress.upTo(tally.dossiers());
        });
    report.end(tally);
    progress.done(tally.dossiers());
  }
}
