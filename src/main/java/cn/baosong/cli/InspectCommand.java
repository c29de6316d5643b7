package cn.baosong.cli;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.parcel.PaperFile;
import cn.baosong.reader.units.UnitTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what would be decided on a package, off line. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "离线试判一份材料：会作什么决定、为什么。不登记，不发文书。",
      "Says what would be decided on a package, and why. Registers nothing, sends nothing."
    })
final class InspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "<package>", description = "材料（文件或文件夹）file or folder")
  private Path target = Path.of(".");

  @Option(names = "--call", paramLabel = "<id>", description = "通知编号 call id")
  private Optional<String> call = Optional.empty();

  @Option(names = "--unit", paramLabel = "<code>", description = "单位代码或名称 code or name")
  private Optional<String> unit = Optional.empty();

  @Option(names = "--kind", paramLabel = "<KIND>", description = "单位类别，如 CITY_HR kind of unit")
  private Optional<String> kind = Optional.empty();

  @Option(
      names = "--evidence",
      paramLabel = "<file.json>",
      description = "时间证据；不给即按此刻放进收件夹 evidence of time; without it: a folder, now")
  private Optional<Path> evidence = Optional.empty();

  @Option(
      names = "--paper",
      paramLabel = "<file.json>",
      description = "收发室登记的纸质件，写法同 POST /api/v1/paper a paper registration")
  private Optional<Path> paper = Optional.empty();

  @Option(
      names = "--forms",
      paramLabel = "<dir>",
      defaultValue = "forms",
      description = "通知文件夹 (${DEFAULT-VALUE})")
  private Path forms = Path.of("forms");

  @Option(
      names = "--units",
      paramLabel = "<file.csv>",
      description = "单位名册；不给即通知文件夹下的 units.csv registry of units")
  private Optional<Path> units = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "<zone>",
      defaultValue = CallTables.ZONE,
      description = "时区 (${DEFAULT-VALUE})")
  private ZoneId zone = ZoneId.of(CallTables.ZONE);

  @Option(names = "--json", description = "JSON")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Clock clock;

  InspectCommand(Clock clock) {
    this.clock = clock;
  }

  private static PaperFile stated(Path file) {
    StatedFile<PaperFile> stated = StatedFile.read(file, PaperFile.class);
    stated.body().check("", stated.missing());
    return stated.sound();
  }

  @Override
  public Integer call() throws IOException {
    CallTables tables = CallTables.in(forms);
    FormsReading calls = tables.read();
    call.ifPresent(id -> CallTables.call(calls, id));
    UnitTable registry = UnitTable.read(units.orElse(forms.resolve("units.csv")));
    EvidenceFile said =
        evidence.isPresent() ? EvidenceFile.read(evidence.get()) : EvidenceFile.NONE;
    Optional<PaperFile> registered = paper.map(InspectCommand::stated).or(said::paper);
    try (LooseFolder work = new LooseFolder()) {
      Path blob = work.packed(target);
      Opened opened = work.open(blob, target);
      Receipt receipt = receipt(blob, said);
      InspectReport report =
          InspectReport.of(
              receipt,
              new Inspection(tables, calls, registry, zone)
                  .of(opened, receipt, registered, new Inspection.Wish(call, unit, kind)),
              zone);
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? Output.json(report) : InspectText.of(report, zone));
      out.flush();
      return report.isDecided() ? 0 : 1;
    }
  }

  private Receipt receipt(Path blob, EvidenceFile said) throws IOException {
    Instant asOf = said.asOf().orElseGet(clock::instant);
    return new Receipt(
        "inspect",
        said.channel().orElse(Channel.FOLDER),
        "inspect",
        target.toAbsolutePath().normalize().getFileName().toString(),
        LooseFolder.digest(blob),
        Files.size(blob),
        Optional.empty(),
        said.sent().map(EvidenceFile.Stamp::evidence),
        said.received()
            .map(EvidenceFile.Stamp::evidence)
            .orElseGet(() -> TimeEvidence.of(Interval.at(asOf), "假定此刻", TrustClass.A)),
        asOf);
  }
}
