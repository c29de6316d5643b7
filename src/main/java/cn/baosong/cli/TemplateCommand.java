package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.reader.sheet.CallTemplate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Issues the empty list of a call. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = {"生成某个通知的空白报送清单（.xlsx）。", "Writes the empty list of a call as a workbook."})
final class TemplateCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Wanted wanted = new Wanted();

  @Option(
      names = "-o",
      paramLabel = "<file.xlsx>",
      description = "输出文件；不给即 <id>.xlsx output; <id>.xlsx unless given")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--forms",
      paramLabel = "<dir>",
      defaultValue = "forms",
      description = "通知文件夹 (${DEFAULT-VALUE})")
  private Path forms = Path.of("forms");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Call call = CallTables.call(CallTables.in(forms).read(), wanted.id());
    Path file = output.orElseGet(() -> Path.of(call.id() + ".xlsx"));
    try (OutputStream to = Files.newOutputStream(file)) {
      CallTemplate.write(call, to);
    }
    spec.commandLine().getOut().println(file + "  " + call.heading().title());
    return 0;
  }

  /** The call, by itself or after {@code --call}. */
  static final class Wanted {
    @Parameters(paramLabel = "<id>", description = "通知编号 call id")
    private Optional<String> bare = Optional.empty();

    @Option(names = "--call", paramLabel = "<id>", description = "同上 the same")
    private Optional<String> named = Optional.empty();

    String id() {
      return bare.or(() -> named).orElse("");
    }
  }
}
