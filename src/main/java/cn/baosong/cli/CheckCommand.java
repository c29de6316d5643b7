package cn.baosong.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lints every call and runs its cases. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "检查通知并运行其中的例子；有错则退出码为 1。",
      "Lints the calls and runs their cases; exit 1 on a fault."
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "<forms-dir>",
      defaultValue = "forms",
      description = "通知文件夹 (${DEFAULT-VALUE})")
  private Path forms = Path.of("forms");

  @Option(names = "--json", description = "JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CheckReport report = CheckReport.of(CallTables.in(forms));
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Output.json(report) : report.text(forms));
    out.flush();
    return report.ok() ? 0 : 1;
  }
}
