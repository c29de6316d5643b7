package cn.baosong.core.notice;

import cn.baosong.core.decision.Judgement;
import java.util.EnumSet;
import java.util.Set;

/** Which kinds of letters a judgement comes to, without writing them. */
public final class LetterKinds {
  private LetterKinds() {}

  public static Set<LetterKind> of(Judgement judgement) {
    Set<LetterKind> kinds = EnumSet.noneOf(LetterKind.class);
    Batches.of(judgement).forEach(batch -> kinds.add(batch.kind()));
    return kinds;
  }
}
