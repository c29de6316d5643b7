package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Digest;
import cn.baosong.desk.Act;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Scans;
import cn.baosong.web.Viewer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Scans as they were taken in, to save and never to show in the browser. */
@Controller
class ScansPage {
  private final Scans scans;
  private final Archive archive;
  private final Audit audit;

  ScansPage(Scans scans, Archive archive, Audit audit) {
    this.scans = scans;
    this.archive = archive;
    this.audit = audit;
  }

  @GetMapping("/paper/scans/{id}")
  ResponseEntity<Resource> scan(@PathVariable String id, @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    Scan scan = scans.find(id).orElseThrow(ScansPage::nothing);
    Digest digest = scan.file().digest();
    if (archive.sealing(digest).isPresent() || !Files.isRegularFile(archive.original(digest))) {
      throw nothing();
    }
    audit.note(id, new Act(Act.Kind.MATERIAL_READ, viewer.name(), scan.file().path()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(scan.file().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(archive.original(digest)));
  }

  private static Refusal nothing() {
    return Refusal.notFound("", "没有这份扫描件，或它已封存。", "There is no such scan, or it is sealed.");
  }
}
