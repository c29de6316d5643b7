package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Finds the dossier that a link names, for those who may see it. */
@Component
final class Opened {
  private final Records records;

  Opened(Records records) {
    this.records = records;
  }

  /**
   * @throws Refusal when there is none
   * @throws AccessDeniedException when it is another department's
   */
  Dossier by(String publicId, Viewer viewer) {
    Dossier dossier =
        records
            .dossierByPublicId(publicId)
            .orElseThrow(() -> Refusal.notFound("", "没有这份卷宗。", "There is no such dossier."));
    if (!viewer.sees(dossier.department())) {
      throw new AccessDeniedException(dossier.number().value());
    }
    return dossier;
  }
}
