package cn.baosong.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lints every call and runs its cases. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {"检查通知并运行其中的例子。", "Lints the calls and runs their cases."},
    exitCodeListHeading = "退出码 exit codes:%n",
    exitCodeList = {
      "0:可用；提示、未定不算错 all take effect; warnings and open questions hinder nothing",
      "1:有错或有例子不符，或加了 --strict 而有提示 a fault, a failing case, or a warning under --strict",
      "2:命令写错了 the command line itself is wrong"
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "<forms-dir>",
      defaultValue = "forms",
      description = "通知文件夹 (${DEFAULT-VALUE})")
  private Path forms = Path.of("forms");

  @Option(
      names = "--routes",
      paramLabel = "<dir>",
      description = "路由文件夹，缺省为通知文件夹旁的 routes；folder of the routes, beside the calls unless named")
  private Optional<Path> routes = Optional.empty();

  @Option(names = "--json", description = "JSON")
  private boolean json;

  @Option(names = "--strict", description = "有提示也算不通过 exit 1 on warnings too")
  private boolean strict;

  @Mixin private final Frozen frozen;

  @Spec private CommandSpec spec = CommandSpec.create();

  CheckCommand(Clock clock) {
    frozen = new Frozen(clock);
  }

  @Override
  public Integer call() {
    Path beside = forms.toAbsolutePath().normalize().resolveSibling("routes");
    CheckReport report = CheckReport.of(CallTables.in(forms), routes.orElse(beside), frozen);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Output.json(report) : report.text(forms));
    out.flush();
    return report.ok() && (!strict || report.silent()) ? 0 : 1;
  }
}
