package cn.baosong.core.decision;

import cn.baosong.core.check.Assessment;
import cn.baosong.core.dossier.Dossier;
import java.util.List;

/**
 * What an assessment of one unit in one call comes to: one decision a dossier.
 *
 * @param proposals where the machine would now decide otherwise what is already accepted or refused
 */
public record Judgement(Assessment assessment, List<Judged> judged, List<Proposal> proposals) {
  public Judgement {
    judged = List.copyOf(judged);
    proposals = List.copyOf(proposals);
  }

  /**
   * One dossier, before and after.
   *
   * @param changed whether this differs from what already stood: only then is it stored
   * @param told whether it says something new, so that the unit gets a letter
   */
  public record Judged(
      Dossier before, Dossier.Standing after, Decision decision, boolean changed, boolean told) {}
}
