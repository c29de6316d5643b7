package cn.baosong.cli;

import cn.baosong.cli.InspectReport.Decided;
import cn.baosong.cli.InspectReport.Found;
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
    dossier.findings().forEach(this::finding);
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
