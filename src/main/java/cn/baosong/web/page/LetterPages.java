package cn.baosong.web.page;

import cn.baosong.web.LetterDownload;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Letters to open. */
@Controller
class LetterPages {
  private final LetterDownload download;

  LetterPages(LetterDownload download) {
    this.download = download;
  }

  @GetMapping("/letters/{id:[^.]+}.{suffix:pdf|txt}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String suffix) {
    return download.file(id, suffix);
  }
}
