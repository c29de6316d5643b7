package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.LeafPress;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 纸电核对表: paper and data of one candidate on a sheet for the file, numbers masked. */
@Controller
class ComparisonPage {
  private final Opened opened;
  private final DossierSheets sheets;
  private final Crops crops;
  private final ComparisonLeaf leaf;
  private final LeafPress press;
  private final WebOffice office;

  ComparisonPage(
      Opened opened,
      DossierSheets sheets,
      Crops crops,
      ComparisonLeaf leaf,
      LeafPress press,
      WebOffice office) {
    this.opened = opened;
    this.sheets = sheets;
    this.crops = crops;
    this.leaf = leaf;
    this.press = press;
    this.office = office;
  }

  @GetMapping("/dossiers/{publicId}/comparison")
  String sheet(@PathVariable String publicId, @AuthenticationPrincipal Viewer viewer, Model model) {
    Dossier dossier = opened.by(publicId, viewer);
    model.addAttribute("sheet", sheets.of(dossier, viewer));
    model.addAttribute("crops", crops.of(dossier));
    model.addAttribute("now", office.clock().instant());
    return "comparison";
  }

  @GetMapping("/dossiers/{publicId}/comparison.pdf")
  ResponseEntity<byte[]> printed(
      @PathVariable String publicId, @AuthenticationPrincipal Viewer viewer) throws IOException {
    Dossier dossier = opened.by(publicId, viewer);
    byte[] pdf = press.print(leaf.of(sheets.of(dossier, viewer), office.clock().instant()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("comparison-" + dossier.number() + ".pdf", StandardCharsets.US_ASCII)
                .build()
                .toString())
        .body(pdf);
  }
}
