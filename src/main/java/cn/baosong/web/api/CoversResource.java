package cn.baosong.web.api;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.Covers;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos of a parcel's cover. */
@RestController
@RequestMapping("/api/v1/paper/{number}/covers")
@Tag(name = "paper")
class CoversResource {
  private final CoverDesk desk;
  private final Covers covers;
  private final Records records;
  private final WebOffice office;

  CoversResource(CoverDesk desk, Covers covers, Records records, WebOffice office) {
    this.desk = desk;
    this.covers = covers;
    this.records = records;
    this.office = office;
  }

  /** A photo; the picture lies at {@code photo}. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CoverView(
      String id,
      String sha256,
      long bytes,
      String type,
      Optional<String> code,
      String by,
      String at,
      String photo) {}

  record Listed(List<CoverView> items) {}

  @GetMapping
  Listed list(@PathVariable String number) {
    return new Listed(covers.of(known(number)).stream().map(this::view).toList());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<CoverView> take(
      @PathVariable String number,
      @RequestPart MultipartFile photo,
      @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    if (photo.isEmpty()) {
      throw Refusal.invalid("photo", "请上传一个名为 photo 的非空文件。", "Upload one file named photo.");
    }
    try (InputStream bytes = photo.getInputStream()) {
      String name = Optional.ofNullable(photo.getOriginalFilename()).orElse("photo");
      Cover cover = desk.take(name, bytes, Optional.of(known(number)), viewer.name());
      CoverView view = view(cover);
      return ResponseEntity.created(URI.create(view.photo())).body(view);
    }
  }

  private PaperNumber known(String number) {
    return records
        .paper(Numbered.paper(number))
        .map(PaperRecord::number)
        .orElseThrow(Numbered::nothing);
  }

  private CoverView view(Cover cover) {
    return new CoverView(
        cover.id(),
        cover.file().digest().hex(),
        cover.file().bytes(),
        cover.kind().mediaType(),
        cover.code().map(CoverCode::text),
        cover.by(),
        office.at(cover.registered()),
        "/paper/covers/" + cover.id());
  }
}
