package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Digest;
import cn.baosong.desk.Act;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.ScanDesk;
import cn.baosong.desk.Scans;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Scans as they were taken in, to save and never to show in the browser; and whose they are. */
@Controller
class ScansPage {
  private final Scans scans;
  private final ScanDesk desk;
  private final Dossiers dossiers;
  private final Archive archive;
  private final Audit audit;

  ScansPage(Scans scans, ScanDesk desk, Dossiers dossiers, Archive archive, Audit audit) {
    this.scans = scans;
    this.desk = desk;
    this.dossiers = dossiers;
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

  /** A person knows whose form it shows. */
  @PostMapping("/paper/scans/{id}/dossier")
  String assign(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String number,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    return done(told, "paper.scans.assigned", () -> desk.assign(id, named(number), viewer.name()));
  }

  /** It belongs to no dossier. */
  @PostMapping("/paper/scans/{id}/ending")
  String end(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    return done(told, "paper.scans.settled", () -> desk.end(id, reason, viewer.name()));
  }

  private static String done(RedirectAttributes told, String key, Runnable deed) {
    try {
      deed.run();
      Told.done(told, key);
    } catch (Refusal refusal) {
      Told.refused(told, refusal);
    }
    return "redirect:/paper";
  }

  private Dossier named(String number) {
    try {
      return dossiers
          .find(new DossierNumber(number.strip().toUpperCase(Locale.ROOT)))
          .orElseThrow(ScansPage::unknown);
    } catch (IllegalArgumentException noNumber) {
      throw unknown();
    }
  }

  private static Refusal unknown() {
    return Refusal.invalid("number", "没有这个材料编号（RX-…）的卷宗。", "No dossier has this number (RX-…).");
  }

  private static Refusal nothing() {
    return Refusal.notFound("", "没有这份扫描件，或它已封存。", "There is no such scan, or it is sealed.");
  }
}
