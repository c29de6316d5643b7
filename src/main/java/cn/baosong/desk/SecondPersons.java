package cn.baosong.desk;

import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.decision.PendingRuling.State;

/** What holds where a ruling takes two persons. */
final class SecondPersons {
  private SecondPersons() {}

  static void mustDiffer(PendingRuling pending, String second) {
    if (pending.ruling().by().equals(second)) {
      throw Refusal.conflict(
          "by",
          "自己提出的决定须由另一人复核。",
          "Another person than the one who proposed a ruling confirms it.");
    }
  }

  static void mustSayWhy(String reason) {
    if (reason.isBlank()) {
      throw Refusal.invalid("reason", "请写明不同意的理由。", "State why you decline it.");
    }
  }

  static PendingRuling mustWait(PendingRuling pending) {
    if (pending.state() != State.AWAITS_SECOND_PERSON) {
      String by = pending.closing().map(PendingRuling.Closing::by).orElse("");
      throw Refusal.conflict(
          "id",
          "这项决定不再待复核（已由 " + by + " 办结）。请重新打开本卷。",
          "The ruling no longer waits: %s has ended that. Open the dossier again.".formatted(by));
    }
    return pending;
  }

  static void alreadyProposed(PendingRuling other) {
    String by = other.ruling().by();
    throw Refusal.conflict(
        "number",
        by + " 提出的决定正待复核。请先复核或退回，再另作决定。",
        "A ruling that %s proposed awaits a second person. Confirm or decline that one first."
            .formatted(by));
  }

  static Refusal unknown() {
    return Refusal.notFound(
        "id", "没有这项待复核的决定，可能已另有提议。请重新打开本卷。", "There is no such ruling. Open the dossier again.");
  }
}
