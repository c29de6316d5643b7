package cn.baosong.web.api;

import cn.baosong.web.LetterDownload;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of a letter. */
@RestController
@Tag(name = "notices")
class NoticeFileResource {
  private final LetterDownload download;

  NoticeFileResource(LetterDownload download) {
    this.download = download;
  }

  @GetMapping("/api/v1/notices/{id:[^.]+}.{suffix:pdf|txt|json}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String suffix) {
    return download.file(id, suffix);
  }
}
