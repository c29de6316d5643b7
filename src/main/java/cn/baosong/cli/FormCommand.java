package cn.baosong.cli;

import cn.baosong.config.FormPrinting;
import cn.baosong.core.call.Call;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.desk.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the registration form of one candidate, to be signed and sealed. */
@Command(
    name = "form",
    mixinStandardHelpOptions = true,
    description = {
      "由 dossier.json 打印登记表（PDF，每页带核对二维码），供签字盖章。",
      "Prints the registration form of a dossier.json with a code on every page, to be signed."
    })
final class FormCommand implements Callable<Integer> {
  @Parameters(paramLabel = "<dossier.json>", description = "一名人选的登记表数据 data of one candidate")
  private Path dossier = Path.of("dossier.json");

  @Option(
      names = "--call",
      paramLabel = "<id>",
      description = "通知编号；不给即所在报送包 package.json 写明的 call id; that of the package unless given")
  private Optional<String> call = Optional.empty();

  @Option(
      names = "-o",
      paramLabel = "<file.pdf>",
      description = "输出文件；不给即同名 .pdf output; the same name with .pdf unless given")
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
    CallTables tables = CallTables.in(forms);
    Call wanted = CallTables.call(tables.read(), callId());
    FormData form = new FormData(StatedFile.read(dossier, Value.Fields.class).sound().fields());
    byte[] pdf = printed(tables, form, wanted);
    Path file = output.orElseGet(this::beside);
    Files.write(file, pdf);
    PrintWriter out = spec.commandLine().getOut();
    out.println(file + "  " + pdf.length + " B  " + wanted.form().layout().title());
    wanted
        .form()
        .faults(form)
        .forEach(fault -> out.println("  请先更正 to be corrected: " + fault.sentence()));
    return 0;
  }

  private static byte[] printed(CallTables tables, FormData form, Call call) throws IOException {
    try {
      return FormPrinting.desk(tables.differences()).printDraft(form, call);
    } catch (Refusal nameless) {
      throw new Trouble(nameless.chinese(), nameless.english());
    }
  }

  /** The call, or that of the package in which the file lies as {@code dossiers/1/dossier.json}. */
  private String callId() throws IOException {
    if (call.isPresent()) {
      return call.get();
    }
    Path folder = dossier.toAbsolutePath().normalize().getParent();
    for (int up = 0; up < 3 && folder != null; up++, folder = folder.getParent()) {
      Optional<String> stated = StatedPackage.callIn(folder);
      if (stated.isPresent()) {
        return stated.get();
      }
    }
    throw new Trouble("请用 --call 写明通知编号。", "Say with --call which call it is for.");
  }

  private Path beside() {
    String name = String.valueOf(dossier.getFileName()).replaceFirst("\\.json$", "");
    return dossier.resolveSibling(name + ".pdf");
  }
}
