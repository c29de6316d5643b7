package cn.baosong.web.page.queue;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.CaseDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

  CaseDownload(Records records, CaseDesk desk, Audit audit) {
    this.records = records;
    this.desk = desk;
    this.audit = audit;
  }

  @GetMapping("/queues/{department}/cases/{publicId:[^.]+}.zip")
  ResponseEntity<Resource> take(
      @PathVariable String department,
      @PathVariable String publicId,
      @AuthenticationPrincipal Viewer viewer)
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
    audit.note(dossier.number().value(), new Act(Act.Kind.CASE_TAKEN, viewer.name(), ""));
    Path folder = Files.createTempDirectory("baosong-case");
    Path zip = folder.resolve(dossier.number().value() + ".zip");
    try {
      desk.pack(dossier.number(), zip);
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType("application/zip"))
          .contentLength(Files.size(zip))
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename(zip.getFileName().toString(), StandardCharsets.US_ASCII)
                  .build()
                  .toString())
          .body(
              new InputStreamResource(
                  Files.newInputStream(zip, StandardOpenOption.DELETE_ON_CLOSE)));
    } finally {
      // What is open is read to its end; the names are gone at once.
      Files.deleteIfExists(zip);
      Files.deleteIfExists(folder);
    }
  }
}
