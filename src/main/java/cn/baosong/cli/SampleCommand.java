package cn.baosong.cli;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.reader.call.Case;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.call.LoadedCall;
import cn.baosong.reader.pack.SamplePackage;
import cn.baosong.reader.units.UnitTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a package of invented people to try the office with. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "按某个通知造一份样例材料（虚构人员），供试用。",
      "Makes a package of invented people for a call, to try things out."
    })
final class SampleCommand implements Callable<Integer> {
  @Option(names = "--call", required = true, paramLabel = "<id>", description = "通知编号 call id")
  private String call = "";

  @Option(names = "--unit", paramLabel = "<code>", description = "单位代码；不给则用名册中第一个可报的单位")
  private Optional<String> unit = Optional.empty();

  @Option(names = "-o", required = true, paramLabel = "<zip>", description = "输出文件 output")
  private Path output = Path.of("sample.zip");

  @Option(
      names = "--forms",
      paramLabel = "<dir>",
      defaultValue = "forms",
      description = "通知文件夹 (${DEFAULT-VALUE})")
  private Path forms = Path.of("forms");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    FormsReading reading = CallTables.in(forms).read();
    Call wanted = CallTables.call(reading, call);
    Case model =
        reading.sound().stream()
            .filter(loaded -> loaded.call().id().equals(wanted.id()))
            .map(LoadedCall::cases)
            .flatMap(cases -> cases.stream().filter(c -> !c.people().isEmpty()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Trouble(
                        "通知 " + call + " 没有例子（cases.yaml），造不出样例。",
                        "Call " + call + " has no cases to take people from."));
    Unit sender = sender(wanted);
    write(new SamplePackage(wanted, sender), model.with(model.people().subList(0, 1)));
    spec.commandLine().getOut().println(output + "  " + sender.name() + "  " + sender.code());
    return 0;
  }

  /** Whole under its name: a watched folder must not see half of it. */
  private void write(SamplePackage sample, Case one) throws IOException {
    Path part = output.resolveSibling(output.getFileName() + ".part");
    try (OutputStream to = Files.newOutputStream(part)) {
      sample.write(one, to);
    }
    Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
  }

  private Unit sender(Call wanted) {
    UnitTable units = UnitTable.read(forms.resolve("units.csv"));
    Optional<Unit> found =
        unit.isPresent()
            ? unit.flatMap(code -> units.find(new UnitCode(code)))
            : units.all().stream()
                .filter(
                    u ->
                        u.kindIn(wanted)
                            .filter(wanted.admission().kinds()::containsKey)
                            .isPresent())
                .findFirst();
    return found.orElseThrow(
        () -> new Trouble("单位名册 units.csv 中没有这样的单位。", "The registry units.csv has no such unit."));
  }
}
