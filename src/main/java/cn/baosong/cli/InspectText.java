package cn.baosong.cli;

import cn.baosong.cli.InspectReport.Compared;
import cn.baosong.cli.InspectReport.Decided;
import cn.baosong.cli.InspectReport.Found;
import cn.baosong.cli.InspectReport.PaperSaid;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.TimeEvidence;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The same report for a person, Chinese first. */
final class InspectText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private final StringBuilder text = new StringBuilder();
  private final InspectReport report;
  private final ZoneId zone;

  private InspectText(InspectReport report, ZoneId zone) {
    this.report = report;
    this.zone = zone;
  }

  static String of(InspectReport report, ZoneId zone) {
    InspectText text = new InspectText(report, zone);
    text.head();
    report.findings().forEach(text::finding);
    report.dossiers().forEach(text::dossier);
    return text.text.toString();
  }

  private void head() {
    line("材料 package   ", report.parcel().name() + "  " + report.parcel().bytes() + " B");
    line("SHA-256        ", report.parcel().sha256());
    line(
        "通知 call      ",
        report.call().map(c -> c + " @ " + report.callVersion().orElse("")).orElse("？"));
    line(
        "单位 unit      ",
        report.unit().map(u -> u.name() + "  " + u.code() + "  " + u.kind()).orElse("？"));
    line("渠道 channel   ", report.evidence().channel());
    report.evidence().sent().ifPresent(sent -> line("发出 sent      ", time(sent)));
    line("收到 received  ", time(report.evidence().received()));
    report.paper().forEach(this::paper);
    line("审核 as of     ", TIME.format(report.asOf().atZoneSameInstant(zone)));
    line("结果 state     ", Words.state(report.state()));
    report.notes().forEach(note -> line("注 note        ", note));
  }

  private void dossier(Decided dossier) {
    text.append('\n').append(dossier.rank()).append("  ").append(dossier.candidate());
    dossier.category().ifPresent(category -> text.append("（").append(category).append("）"));
    text.append("  ").append(Words.state(dossier.state()));
    dossier.department().ifPresent(department -> text.append(" → ").append(department));
    text.append('\n');
    dossier.times().forEach(this::held);
    dossier.findings().forEach(this::finding);
    dossier.comparisons().forEach(this::compared);
  }

  private void paper(PaperSaid paper) {
    StatedParcel parcel = paper.parcel();
    line(
        "纸质 paper     ",
        paper.channel()
            + parcel.dispatchPostmark().map(day -> "  寄出邮戳 postmark " + day).orElse("")
            + (parcel.dispatchPostmark().isPresent() && !parcel.postmarkLegible()
                ? "（不可辨认 illegible）"
                : "")
            + parcel.arrivalPostmark().map(day -> "  寄达 arrived " + day).orElse("")
            + "  收到 received "
            + TIME.format(paper.received().atZone(zone))
            + "  "
            + String.join("、", paper.candidates()));
  }

  private void held(TimeHeld time) {
    text.append("   时间 time ").append(time.half()).append(' ').append(time.verdict());
    time.deadline().ifPresent(day -> text.append("  期限 deadline ").append(day));
    time.evidence().ifPresent(e -> text.append("  证据 evidence ").append(time(e)));
    text.append('\n');
    detail("说明 why      ", time.explanation());
    detail("依据 clause   ", time.clause());
  }

  private void compared(Compared compared) {
    text.append("   核对 compared  ").append(compared.field());
    text.append(' ').append(compared.comparison().difference());
    text.append("  纸质 paper “").append(compared.comparison().paper());
    text.append("”  电子 electronic “").append(compared.comparison().electronic());
    text.append("”\n");
  }

  private void finding(Found finding) {
    text.append("   ").append(Words.outcome(finding.outcome())).append("  ").append(finding.code());
    text.append(finding.rule().isEmpty() ? "" : ":" + finding.rule());
    text.append("  ").append(finding.sentence()).append('\n');
    detail("所见 observed ", join(finding.observed(), finding.place()));
    detail("依据 clause   ", join(finding.clausePlace(), finding.clause()));
  }

  private void detail(String label, String words) {
    if (!words.isBlank()) {
      text.append("      ").append(label).append(words).append('\n');
    }
  }

  private void line(String label, String words) {
    text.append(label).append(words).append('\n');
  }

  private String time(TimeEvidence evidence) {
    String from = TIME.format(evidence.interval().earliest().atZone(zone));
    String to = TIME.format(evidence.interval().latest().atZone(zone));
    return (from.equals(to) ? from : from + " – " + to)
        + "  "
        + evidence.trust()
        + " 级  "
        + evidence.source();
  }

  private static String join(String one, String other) {
    return one.isBlank() || other.isBlank() ? one + other : one + "  " + other;
  }
}
