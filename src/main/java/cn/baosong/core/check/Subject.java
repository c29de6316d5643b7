package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.Optional;

/** What a finding is about and where it was seen. */
record Subject(SubmissionNumber submission, Optional<DossierNumber> dossier, String place) {

  static Subject of(Dossier dossier) {
    return new Subject(dossier.submission(), Optional.of(dossier.number()), dossier.place());
  }

  static Subject of(SubmissionNumber submission) {
    return new Subject(submission, Optional.empty(), "");
  }

  Subject at(String where) {
    return where.isEmpty() ? this : new Subject(submission, dossier, where);
  }

  Finding finding(FindingCode code, Outcome outcome, Ground ground, String observed, String say) {
    return new Finding(
        code, outcome, submission, dossier, ground.rule(), ground.clause(), observed, place, say);
  }

  /** The rule of the call that a finding rests on; none for findings of the house. */
  record Ground(String rule, Clause clause) {
    static final Ground HOUSE = new Ground("", Clause.NONE);
  }
}
