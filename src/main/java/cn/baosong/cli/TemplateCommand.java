package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.reader.sheet.CallTemplate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Issues the empty list of a call. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = {"生成某个通知的空白报送清单（.xlsx）。", "Writes the empty list of a call as a workbook."})
final class TemplateCommand implements Callable<Integer> {
  @Option(names = "--call", required = true, paramLabel = "<id>", description = "通知编号 call id")
  private String call = "";

  @Option(names = "-o", required = true, paramLabel = "<file.xlsx>", description = "输出文件 output")
  private Path output = Path.of("list.xlsx");

  @Option(
      names = "--forms",
      paramLabel = "<dir>",
      defaultValue = "forms",
      description = "通知文件夹 (${DEFAULT-VALUE})")
  private Path forms = Path.of("forms");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Call wanted = CallTables.call(CallTables.in(forms).read(), call);
    try (OutputStream to = Files.newOutputStream(output)) {
      CallTemplate.write(wanted, to);
    }
    spec.commandLine().getOut().println(output + "  " + wanted.heading().title());
    return 0;
  }
}
