package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Submissions;
import cn.baosong.web.api.SenderShow;
import cn.baosong.web.api.SenderView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who sent a dossier that came by mail, and what shows that they are who they say. */
@Component
class DossierSenders {
  private final Submissions submissions;
  private final SenderShow senders;

  DossierSenders(Submissions submissions, SenderShow senders) {
    this.submissions = submissions;
    this.senders = senders;
  }

  Optional<SenderView> of(Dossier dossier) {
    return submissions
        .find(dossier.submission())
        .flatMap(delivery -> delivery.sender().map(sender -> senders.of(sender, delivery)));
  }
}
