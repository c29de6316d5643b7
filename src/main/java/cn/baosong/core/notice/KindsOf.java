package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Consequence;
import cn.baosong.core.check.FindingCode;
import java.util.EnumSet;
import java.util.Set;

/** Which letters a decision calls for. */
record KindsOf(Call call, String unitKind) {

  /** None while nothing is decided, or when a later version took the dossier's place. */
  Set<LetterKind> letters(Case of) {
    return switch (of.decision().state()) {
      case RECEIVED, AWAITING_PAPER, AWAITING_ELECTRONIC, SUPERSEDED -> Set.of();
      case ACCEPTED -> Set.of(LetterKind.ACCEPTANCE);
      case WITHDRAWN -> Set.of(LetterKind.WITHDRAWAL);
      case IN_REVIEW -> inReview(of);
      case RETURNED -> returned(of);
      case REJECTED ->
          Set.of(of.isLate() ? late(call.lateness().leading()) : LetterKind.NOT_ACCEPTED);
    };
  }

  private Set<LetterKind> returned(Case of) {
    Set<LetterKind> kinds = EnumSet.noneOf(LetterKind.class);
    if (of.isOverQuota()) {
      kinds.add(LetterKind.OVER_QUOTA);
    }
    if (kinds.isEmpty() || !of.corrections().isEmpty()) {
      kinds.add(LetterKind.CORRECTION);
    }
    return kinds;
  }

  /** What a person passes on to another person has been told before. */
  private Set<LetterKind> inReview(Case of) {
    if (of.ruling().isPresent()) {
      return Set.of();
    }
    boolean redirected =
        of.has(FindingCode.UNIT_NOT_ADMITTED)
            && call.admission().redirected().containsKey(unitKind);
    Set<LetterKind> kinds = EnumSet.of(redirected ? LetterKind.REDIRECT : LetterKind.PENDING);
    if (!of.differences().isEmpty()) {
      kinds.add(LetterKind.INQUIRY);
    }
    return kinds;
  }

  /** A person may refuse what the notice names no consequence for. */
  private static LetterKind late(Consequence consequence) {
    return switch (consequence) {
      case NOT_ACCEPTED, NONE_STATED -> LetterKind.NOT_ACCEPTED;
      case DEEMED_WAIVED -> LetterKind.DEEMED_WAIVED;
      case VOID -> LetterKind.VOID;
    };
  }
}
