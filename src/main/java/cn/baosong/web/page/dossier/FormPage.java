package cn.baosong.web.page.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Calls;
import cn.baosong.desk.FormDesk;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The registration form of a dossier to print; it bears whole numbers, so who took it is noted. */
@Controller
class FormPage {
  private final Opened opened;
  private final Calls calls;
  private final FormDesk desk;
  private final Audit audit;

  FormPage(Opened opened, Calls calls, FormDesk desk, Audit audit) {
    this.opened = opened;
    this.calls = calls;
    this.desk = desk;
    this.audit = audit;
  }

  @GetMapping("/dossiers/{publicId}/form.pdf")
  ResponseEntity<byte[]> form(@PathVariable String publicId, @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    Dossier dossier = opened.by(publicId, viewer);
    Call call =
        calls
            .find(dossier.call())
            .filter(live -> !dossier.form().fields().isEmpty())
            .orElseThrow(FormPage::nothing);
    byte[] pdf = desk.print(dossier, call);
    String name = dossier.number() + ".pdf";
    audit.note(dossier.number().value(), new Act(Act.Kind.MATERIAL_READ, viewer.name(), name));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.US_ASCII)
                .build()
                .toString())
        .body(pdf);
  }

  private static Refusal nothing() {
    return Refusal.notFound("", "没有可打印的登记表。", "There is no form to print.");
  }
}
