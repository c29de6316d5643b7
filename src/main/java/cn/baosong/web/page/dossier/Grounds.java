package cn.baosong.web.page.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Material;
import cn.baosong.core.call.Procedure;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.Rule;
import cn.baosong.web.api.DossierView;
import cn.baosong.web.api.FindingView;
import java.util.List;
import java.util.stream.Stream;

/** The clauses that a ruling may cite: those of the findings first, then the rest of the call's. */
record Grounds(List<String> found, List<String> others) {
  static Grounds of(DossierView view, List<Call> call) {
    List<String> found =
        view.findings().stream()
            .map(FindingView::clause)
            .flatMap(clause -> clause.stream())
            .distinct()
            .toList();
    List<String> others =
        call.stream()
            .flatMap(Grounds::stated)
            .filter(Clause::isStated)
            .map(Clause::words)
            .distinct()
            .filter(words -> !found.contains(words))
            .toList();
    return new Grounds(found, others);
  }

  private static Stream<Clause> stated(Call call) {
    return Stream.of(
            Stream.of(call.lateness().clause(), call.admission().clause()),
            call.deadlines().stream().map(Deadline::clause),
            call.rules().stream().map(Rule::clause),
            call.materials().stream().map(Material::clause),
            call.procedures().stream().map(Procedure::clause),
            call.quotas().stream().map(Quota::clause))
        .flatMap(clauses -> clauses);
  }
}
