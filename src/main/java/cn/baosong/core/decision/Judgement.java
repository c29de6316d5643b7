package cn.baosong.core.decision;

import cn.baosong.core.check.Assessment;
import cn.baosong.core.dossier.Dossier;
import java.util.List;

/** What an assessment of one unit in one call comes to: one decision a dossier. */
public record Judgement(Assessment assessment, List<Judged> judged) {
  public Judgement {
    judged = List.copyOf(judged);
  }

  /**
   * One dossier, before and after.
   *
   * @param changed whether this differs from what already stood: only then is it stored and told to
   *     the unit
   */
  public record Judged(
      Dossier before, Dossier.Standing after, Decision decision, boolean changed) {}
}
