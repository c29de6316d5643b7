package cn.baosong.web.page.paper;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.desk.CoverSheets;
import cn.baosong.desk.LeafPress;
import cn.baosong.desk.LeafPress.Leaf;
import cn.baosong.desk.MailRoomLeaves;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Units;
import cn.baosong.web.WebOffice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mail room's own papers: 封面单, and 原件退还签收单. */
@Controller
class LeavesPage {
  private final MailRoomLeaves leaves;
  private final LeafPress press;
  private final Records records;
  private final CoverSheets sheets;
  private final Units units;
  private final WebOffice office;

  LeavesPage(
      MailRoomLeaves leaves,
      LeafPress press,
      Records records,
      CoverSheets sheets,
      Units units,
      WebOffice office) {
    this.leaves = leaves;
    this.press = press;
    this.records = records;
    this.sheets = sheets;
    this.units = units;
    this.office = office;
  }

  @GetMapping("/paper/{number:YZ-[0-9-]+}/slip")
  String slip(@PathVariable String number, Model model) {
    model.addAttribute("leaf", slip(number));
    model.addAttribute("number", number);
    return "leaf";
  }

  @GetMapping("/paper/{number:YZ-[0-9-]+}/slip.pdf")
  ResponseEntity<byte[]> printed(@PathVariable String number) throws IOException {
    return pdf(slip(number), "slip-" + number);
  }

  private Leaf slip(String number) {
    PaperRecord paper =
        Parcels.number(number).flatMap(records::paper).orElseThrow(Parcels::nothing);
    return leaves.returnSlip(paper, office.clock().instant());
  }

  /** For the electronic half that is named, or for all that a unit sends for a call. */
  @GetMapping("/paper/cover-sheet.pdf")
  ResponseEntity<byte[]> coverSheet(
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable String call,
      @RequestParam(required = false) @Nullable String unit)
      throws IOException {
    Optional<CoverCode> code = of == null || of.isBlank() ? named(call, unit) : sheets.find(of);
    return pdf(
        leaves.coverSheet(
            code.orElseThrow(
                () ->
                    Refusal.notFound(
                        "of",
                        "请写 SJ-、RX- 编号，或通知和报送单位。",
                        "Name the SJ-… or RX-… number, or call and unit."))),
        "cover-sheet");
  }

  private Optional<CoverCode> named(@Nullable String call, @Nullable String unit) {
    if (call == null || unit == null || call.isBlank()) {
      return Optional.empty();
    }
    return Registered.unit(unit, units).map(u -> new CoverCode(new CallId(call), u.code(), ""));
  }

  private ResponseEntity<byte[]> pdf(Leaf leaf, String name) throws IOException {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + ".pdf", StandardCharsets.US_ASCII)
                .build()
                .toString())
        .body(press.print(leaf));
  }
}
