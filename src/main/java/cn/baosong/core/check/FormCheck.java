package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Form;
import cn.baosong.core.call.Rule;
import cn.baosong.core.call.Truth;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.List;

/** Whether the form is filled in as its schema asks, and says credibly who the candidate is. */
final class FormCheck implements Check {
  @Override
  public CheckName name() {
    return CheckName.FORM;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    UnitCase facts = soFar.facts();
    List<Finding> found = new ArrayList<>();
    for (Dossier dossier : Succession.of(facts).examined()) {
      PersonFacts person = new PersonFacts(dossier, facts.call().person());
      for (Form.Fault fault : facts.call().form().faults(dossier.form())) {
        // The check of a number says more than its pattern.
        if (fault.missing() || !person.explains(fault.field())) {
          found.add(fault(dossier, fault, facts.call().rules()));
        }
      }
      found.addAll(person.findings());
      dossier.defects().forEach(d -> found.add(Defects.finding(Subject.of(dossier), d)));
    }
    return found;
  }

  private static Finding fault(Dossier dossier, Form.Fault fault, List<Rule> rules) {
    return Subject.of(dossier)
        .finding(
            FindingCode.FORM_INVALID,
            Outcome.CORRECT,
            new Ground(fault.field(), asking(fault.field(), dossier, rules)),
            dossier.form().text(fault.field()).orElse(""),
            fault.sentence());
  }

  /** What the notice says of a field: the first clause that reads it of this candidate. */
  private static Clause asking(String field, Dossier dossier, List<Rule> rules) {
    return rules.stream()
        .filter(
            rule ->
                rule.must().fields().contains(field)
                    || rule.when().filter(when -> when.fields().contains(field)).isPresent())
        .filter(
            rule -> rule.when().filter(when -> when.test(dossier.form()) == Truth.FALSE).isEmpty())
        .map(Rule::clause)
        .findFirst()
        .orElse(Clause.NONE);
  }
}
