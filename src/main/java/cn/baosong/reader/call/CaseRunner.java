package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.Checks;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.decision.Decider;
import cn.baosong.core.decision.Judgement;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.notice.LetterKinds;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a call's own tests through the same checks as any delivery; a failure is a fault. */
public final class CaseRunner implements Function<LoadedCall, List<CallFault>> {
  private final Checks checks;
  private final WorkingDays workingDays;
  private final ZoneId zone;

  public CaseRunner(Checks checks, WorkingDays workingDays, ZoneId zone) {
    this.checks = checks;
    this.workingDays = workingDays;
    this.zone = zone;
  }

  @Override
  public List<CallFault> apply(LoadedCall loaded) {
    List<CallFault> failed = new ArrayList<>();
    for (int i = 0; i < loaded.cases().size(); i++) {
      Case one = loaded.cases().get(i);
      failed.addAll(run(one, new CaseFacts(loaded.of(one), one, workingDays, zone).unitCase(), i));
    }
    return failed;
  }

  private List<CallFault> run(Case one, UnitCase facts, int position) {
    Judgement judgement = new Decider().decide(checks.assess(facts), Map.of());
    Set<String> states =
        judgement.judged().stream()
            .map(judged -> judged.after().state().name())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> codes = codes(judgement);
    Set<String> letters =
        LetterKinds.of(judgement).stream()
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    boolean stands = states.equals(Set.of(one.expected().state()));
    boolean explained = one.expected().codes().map(wanted -> agree(wanted, codes)).orElse(true);
    boolean told = one.expected().letters().map(letters::equals).orElse(true);
    return stands && explained && told
        ? List.of()
        : List.of(fault(one, position, new Found(states, codes, letters)));
  }

  private record Found(Set<String> states, Set<String> codes, Set<String> letters) {
    @Override
    public String toString() {
      return String.join("、", states) + " " + codes + " " + letters;
    }
  }

  private static Set<String> codes(Judgement judgement) {
    Set<String> codes = new TreeSet<>();
    for (Judged judged : judgement.judged()) {
      judged.decision().findings().stream()
          .filter(f -> f.outcome() != Outcome.PASS)
          .forEach(f -> codes.add(code(f)));
    }
    return codes;
  }

  private static String code(Finding finding) {
    return finding.code() + (finding.rule().isEmpty() ? "" : ":" + finding.rule());
  }

  /** No more and no fewer; a code without rule stands for it with any rule. */
  private static boolean agree(Set<String> wanted, Set<String> found) {
    return wanted.stream().allMatch(w -> found.stream().anyMatch(f -> means(w, f)))
        && found.stream().allMatch(f -> wanted.stream().anyMatch(w -> means(w, f)));
  }

  private static boolean means(String wanted, String found) {
    return found.equals(wanted) || found.startsWith(wanted + ":");
  }

  private static CallFault fault(Case one, int position, Found found) {
    Case.Expected expected = one.expected();
    String wanted =
        expected.state()
            + expected.codes().map(c -> " " + new TreeSet<>(c)).orElse("")
            + expected.letters().map(l -> " " + new TreeSet<>(l)).orElse("");
    return new CallFault(
        CallFolder.CASES,
        one.line(),
        "cases[" + position + "]",
        "“" + one.name() + "”：应为 " + wanted + "，实为 " + found,
        "expected " + wanted + ", got " + found);
  }
}
