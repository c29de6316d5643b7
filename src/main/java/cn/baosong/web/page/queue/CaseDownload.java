package cn.baosong.web.page.queue;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.CaseDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.WholeCase;
import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The whole case as a bag to take away: nothing in it is masked, so taking it is journaled. */
@Controller
class CaseDownload {
  private final Records records;
  private final CaseDesk desk;
  private final Audit audit;
  private final SharedCases cases;

  CaseDownload(Records records, CaseDesk desk, Audit audit, SharedCases cases) {
    this.records = records;
    this.desk = desk;
    this.audit = audit;
    this.cases = cases;
  }

  @GetMapping("/queues/{department}/cases/{publicId:[^.]+}.zip")
  void take(
      @PathVariable String department,
      @PathVariable String publicId,
      @AuthenticationPrincipal Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    if (!viewer.sees(Optional.of(department))) {
      throw new AccessDeniedException(department);
    }
    Dossier dossier =
        records
            .dossierByPublicId(publicId)
            .filter(d -> d.department().equals(Optional.of(department)))
            .orElseThrow(
                () -> Refusal.notFound("", "该处室没有这份卷宗。", "The department has no such dossier."));
    WholeCase file = desk.whole(dossier.number());
    cases.read(
        file,
        zip -> {
          audit.note(dossier.number().value(), new Act(Act.Kind.CASE_TAKEN, viewer.name(), ""));
          send(zip, response);
        });
  }

  /** Packed on disk and copied from there: nothing of it is held in memory. */
  private static void send(Path zip, HttpServletResponse response) throws IOException {
    response.setContentType("application/zip");
    response.setContentLengthLong(Files.size(zip));
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(zip.getFileName().toString(), StandardCharsets.US_ASCII)
            .build()
            .toString());
    Files.copy(zip, response.getOutputStream());
  }
}
