package cn.baosong.web.page;

import cn.baosong.desk.HoldDesk;
import cn.baosong.web.LetterDownload;
import cn.baosong.web.Viewer;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters to open, and the button that stops one. */
@Controller
class LetterPages {
  /** Where else a letter is stopped from; no other place is led to. */
  private static final Pattern DOSSIER = Pattern.compile("/dossiers/[A-Za-z0-9-]{1,64}");

  private final LetterDownload download;
  private final HoldDesk desk;

  LetterPages(LetterDownload download, HoldDesk desk) {
    this.download = download;
    this.desk = desk;
  }

  @GetMapping("/letters/{id:[^.]+}.{suffix:pdf|txt}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String suffix) {
    return download.file(id, suffix);
  }

  @PostMapping("/letters/{id}/stop")
  String stop(
      @PathVariable String id,
      @RequestParam String reason,
      @RequestParam(defaultValue = "/") String back,
      @AuthenticationPrincipal Viewer viewer) {
    desk.stop(id, viewer.name(), reason);
    return "redirect:" + (DOSSIER.matcher(back).matches() ? back : "/");
  }
}
