package cn.baosong.web.api;

import cn.baosong.desk.Archive;
import cn.baosong.desk.Submissions;
import cn.baosong.web.WebOffice;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** What lies sealed, for its holder. */
@Component
public final class SealedShow {
  private final Archive archive;
  private final Submissions submissions;
  private final WebOffice office;

  SealedShow(Archive archive, Submissions submissions, WebOffice office) {
    this.archive = archive;
    this.submissions = submissions;
    this.office = office;
  }

  public List<SealedView> all() throws IOException {
    return archive.sealed().stream()
        .map(s -> SealedView.of(s, submissions.byDigest(s.digest()), office))
        .toList();
  }

  /** How many originals lie sealed. */
  public int count() throws IOException {
    return archive.sealed().size();
  }
}
