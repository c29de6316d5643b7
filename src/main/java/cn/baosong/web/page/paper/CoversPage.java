package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.submission.Digest;
import cn.baosong.desk.Act;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Audit;
import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.Covers;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Told;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Photos of covers: taken with a phone, or chosen; shown where a postmark is looked at. */
@Controller
class CoversPage {
  private final CoverDesk desk;
  private final Covers covers;
  private final Records records;
  private final Archive archive;
  private final Audit audit;

  CoversPage(CoverDesk desk, Covers covers, Records records, Archive archive, Audit audit) {
    this.audit = audit;
    this.desk = desk;
    this.covers = covers;
    this.records = records;
    this.archive = archive;
  }

  /** A photo first, and then the form of its parcel. */
  @PostMapping("/paper/covers")
  String first(
      @RequestParam MultipartFile photo,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told)
      throws IOException {
    try {
      told.addAttribute("cover", take(photo, Optional.empty(), viewer).id());
      return "redirect:/paper/new";
    } catch (Refusal refusal) {
      Told.refused(told, refusal);
      return "redirect:/paper";
    }
  }

  /** A photo of a parcel that is registered. */
  @PostMapping("/paper/{number:YZ-[0-9-]+}/covers")
  String more(
      @PathVariable String number,
      @RequestParam MultipartFile photo,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told)
      throws IOException {
    PaperNumber parcel =
        Parcels.number(number)
            .filter(n -> records.paper(n).isPresent())
            .orElseThrow(Parcels::nothing);
    try {
      take(photo, Optional.of(parcel), viewer);
      Told.done(told, "paper.cover.taken");
    } catch (Refusal refusal) {
      Told.refused(told, refusal);
    }
    return "redirect:/paper/" + number;
  }

  private Cover take(MultipartFile photo, Optional<PaperNumber> parcel, Viewer viewer)
      throws IOException {
    if (photo.isEmpty()) {
      throw Refusal.invalid("photo", "请先选一张照片，或用手机拍一张。", "Choose a photo first, or take one.");
    }
    try (InputStream bytes = photo.getInputStream()) {
      return desk.take(
          Optional.ofNullable(photo.getOriginalFilename()).orElse("photo"),
          bytes,
          parcel,
          viewer.name());
    }
  }

  /** Of a kind that was looked at; the browser is told to believe nothing else. */
  @GetMapping("/paper/covers/{id:[0-9a-f]{32}}")
  ResponseEntity<Resource> photo(@PathVariable String id, @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    Cover cover = covers.find(id).orElseThrow(Parcels::nothing);
    Digest digest = cover.file().digest();
    if (archive.sealing(digest).isPresent() || !Files.isRegularFile(archive.original(digest))) {
      throw Parcels.nothing();
    }
    audit.note(id, new Act(Act.Kind.MATERIAL_READ, viewer.name(), cover.file().path()));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(cover.kind().mediaType()))
        .header("X-Content-Type-Options", "nosniff")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(cover.file().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(archive.original(digest)));
  }
}
