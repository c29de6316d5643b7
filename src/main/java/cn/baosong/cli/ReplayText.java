package cn.baosong.cli;

import cn.baosong.cli.InspectReport.Found;
import cn.baosong.core.call.Call;
import cn.baosong.desk.ReplayTally;
import cn.baosong.desk.Replayed;
import java.io.PrintWriter;
import java.util.List;

/** A replay for a person, Chinese first. */
final class ReplayText implements ReplayReport {
  private final PrintWriter out;

  ReplayText(PrintWriter out, Call under) {
    this.out = out;
    out.println(
        "通知 call  " + under.id() + " @ " + under.version() + "  " + under.heading().title());
  }

  @Override
  public void unit(Replayed unit) {
    if (!ReplayReport.isTold(unit)) {
      return;
    }
    ReplayView view = ReplayView.of(unit);
    out.println();
    out.println(
        view.unit() + "  " + view.name().orElse("不在单位名册中，未重判 not in the registry, not replayed"));
    view.differing().forEach(this::changed);
    view.ruled().forEach(this::ruled);
  }

  private void changed(ReplayView.Changed one) {
    out.println(
        "  "
            + one.dossier()
            + "  "
            + one.candidate()
            + "  "
            + (one.sameState()
                ? one.before() + " 结论不变，依据不同 same verdict, other grounds"
                : one.before() + "  ⇒  " + one.after()));
    findings("＋", one.came());
    findings("－", one.gone());
  }

  private void ruled(ReplayView.ByPerson one) {
    out.println(
        "  "
            + one.dossier()
            + "  "
            + one.candidate()
            + "  由人决定，不改 decided by a person: "
            + one.state()
            + "；机器现拟 the machine would propose: "
            + Words.state(one.proposed()));
    findings("·", one.findings());
  }

  private void findings(String sign, List<Found> findings) {
    for (Found finding : findings) {
      out.println(
          "     "
              + sign
              + " "
              + Words.outcome(finding.outcome())
              + "  "
              + finding.code()
              + (finding.rule().isEmpty() ? "" : ":" + finding.rule())
              + "  "
              + finding.sentence());
      if (!finding.clause().isEmpty()) {
        out.println("       依据 clause  " + finding.clausePlace() + "  " + finding.clause());
      }
    }
  }

  @Override
  public void end(ReplayTally tally) {
    ReplayTally.Sum sum = tally.sum();
    out.println();
    out.printf(
        "重判 %d 个单位、%d 份材料：结论不同 %d 份，结论相同而依据不同 %d 份，由人决定（不改）%d 份。%n",
        sum.units(), sum.dossiers(), sum.differing(), sum.otherGrounds(), sum.ruled());
    out.printf(
        "%d units, %d dossiers: %d come out otherwise, %d the same on other grounds, %d decided by"
            + " a person (left).%n",
        sum.units(), sum.dossiers(), sum.differing(), sum.otherGrounds(), sum.ruled());
    if (sum.undecided() + sum.unknownUnits() > 0) {
      out.printf(
          "未重判：尚未审核的材料 %d 份，不在名册的单位 %d 个。 Not replayed: %d dossiers not assessed yet, %d units not"
              + " in the registry.%n",
          sum.undecided(), sum.unknownUnits(), sum.undecided(), sum.unknownUnits());
    }
    sum.changes()
        .forEach(
            change ->
                out.printf(
                    "  %6d  %s  ⇒  %s%n",
                    change.count(),
                    Words.state(change.from().name()),
                    Words.state(change.to().name())));
    if (!sum.madeBy().isEmpty()) {
      out.println("起作用的规定 made by:");
    }
    sum.madeBy().forEach(this::rule);
    out.flush();
  }

  private void rule(ReplayTally.Rule rule) {
    String id = rule.rule().isEmpty() ? rule.code() : rule.code() + ":" + rule.rule();
    out.printf("  %6d  %s  %s  %s%n", rule.count(), id, rule.clausePlace(), rule.clause());
  }
}
