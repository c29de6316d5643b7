package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Audit;
import cn.baosong.desk.PackageFiles;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Submissions;
import cn.baosong.web.Downloads;
import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/**
 * Files of a package and the original as it was received, to save and never to show in the browser;
 * each is noted with who took it.
 */
@Controller
class FilesPage {
  private final Opened opened;
  private final Records records;
  private final Submissions submissions;
  private final Archive archive;
  private final PackageFiles files;
  private final Audit audit;
  private final Downloads downloads;

  FilesPage(
      Opened opened,
      Records records,
      Submissions submissions,
      Archive archive,
      PackageFiles files,
      Audit audit,
      Downloads downloads) {
    this.opened = opened;
    this.records = records;
    this.submissions = submissions;
    this.archive = archive;
    this.files = files;
    this.audit = audit;
    this.downloads = downloads;
  }

  /** A range of it may be asked for, so that a broken download goes on. */
  @GetMapping("/submissions/{publicId}/original")
  ResponseEntity<Resource> original(
      @PathVariable String publicId, @AuthenticationPrincipal Viewer viewer) throws IOException {
    Submission submission = records.submissionByPublicId(publicId).orElseThrow(FilesPage::nothing);
    Receipt first = submission.first();
    Path stored = archive.original(open(submission, first.digest()));
    note(submission.number().value(), first.name(), viewer);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, saved(first.name()))
        .body(new FileSystemResource(stored));
  }

  @GetMapping("/dossiers/{publicId}/files/{sha256:[0-9a-f]{64}}")
  void enclosed(
      @PathVariable String publicId,
      @PathVariable String sha256,
      @AuthenticationPrincipal Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    Dossier dossier = opened.by(publicId, viewer);
    Submission submission = submissions.find(dossier.submission()).orElseThrow();
    Document wanted = named(dossier, submission, new Digest(sha256), viewer);
    List<Path> stored = open(submission);
    try (Downloads.Place place = downloads.take()) {
      Optional<Path> copy = files.take(stored, submission.first().fileName(), wanted.digest());
      if (copy.isEmpty()) {
        throw nothing();
      }
      note(dossier.number().value(), wanted.path(), viewer);
      send(copy.get(), wanted, response);
    }
  }

  private static void send(Path copy, Document wanted, HttpServletResponse response)
      throws IOException {
    try {
      response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, saved(wanted.name()));
      response.setContentLengthLong(Files.size(copy));
      Files.copy(copy, response.getOutputStream());
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Files of the whole delivery are only for those who may see all its people. */
  private static Document named(
      Dossier dossier, Submission submission, Digest digest, Viewer viewer) {
    return Stream.concat(
            dossier.documents().stream(),
            submission.documents().stream().filter(any -> viewer.seesAllDossiers()))
        .filter(document -> document.digest().equals(digest))
        .findFirst()
        .orElseThrow(FilesPage::nothing);
  }

  /** What is sealed, refused as unsafe, or not yet scanned for malware leaves by no page. */
  private List<Path> open(Submission submission) throws IOException {
    List<Path> stored = new ArrayList<>();
    for (Digest digest : submission.originals()) {
      stored.add(archive.original(open(submission, digest)));
    }
    return stored;
  }

  private Digest open(Submission submission, Digest digest) throws IOException {
    boolean unscanned =
        records.lines(List.of(submission.number())).values().stream()
            .anyMatch(line -> line.unscannedSince().isPresent());
    if (unscanned) {
      throw Refusal.conflict(
          "", "这件材料还没有查毒，查毒后才能打开。", "It waits for the malware scanner and cannot be opened yet.");
    }
    if (submission.state() == SubmissionState.QUARANTINED
        || archive.sealing(digest).isPresent()
        || !Files.isRegularFile(archive.original(digest))) {
      throw nothing();
    }
    return digest;
  }

  private void note(String subject, String name, Viewer viewer) {
    audit.note(subject, new Act(Act.Kind.MATERIAL_READ, viewer.name(), name));
  }

  private static String saved(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  private static Refusal nothing() {
    return Refusal.notFound("", "没有这个文件，或它已封存、隔离。", "There is no such file, or it is sealed.");
  }
}
