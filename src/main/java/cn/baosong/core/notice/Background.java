package cn.baosong.core.notice;

import cn.baosong.core.dossier.PaperRecord;
import java.util.List;

/**
 * What a letter on a ruling rests on beside the dossiers.
 *
 * @param papers the unit's registered parcels
 * @param revoked refusals that were sent and no longer hold
 */
public record Background(List<PaperRecord> papers, List<Letter> revoked) {
  public static final Background NONE = new Background(List.of(), List.of());

  public Background {
    papers = List.copyOf(papers);
    revoked = List.copyOf(revoked);
  }
}
