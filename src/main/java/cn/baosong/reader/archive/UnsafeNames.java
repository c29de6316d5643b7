package cn.baosong.reader.archive;

import java.util.ArrayList;
import java.util.List;

/** Judges all names of an archive before it is refused for the first bad one: each is told. */
final class UnsafeNames {
  private final Defects defects;
  private final List<Refusal> refusals = new ArrayList<>();

  UnsafeNames(Defects defects) {
    this.defects = defects;
  }

  interface Judgement {
    void pass() throws Refusal;
  }

  void judge(Judgement judgement) {
    try {
      judgement.pass();
    } catch (Refusal refusal) {
      refusals.add(refusal);
    }
  }

  void refuse() throws Refusal {
    if (!refusals.isEmpty()) {
      refusals.subList(1, refusals.size()).forEach(r -> defects.add(r.defect()));
      throw refusals.get(0);
    }
  }
}
