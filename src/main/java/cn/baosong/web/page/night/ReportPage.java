package cn.baosong.web.page.night;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.LeafPress;
import cn.baosong.desk.night.Night;
import cn.baosong.desk.night.NightDesk;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.export.Exports;
import jakarta.servlet.http.HttpServletResponse;
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

/** 截止报告: what came of a call's last evening, as a page, as PDF and as a workbook. */
@Controller
class ReportPage {
  private final NightDesk desk;
  private final Report report;
  private final LeafPress press;
  private final Exports exports;
  private final Audit audit;

  ReportPage(NightDesk desk, Report report, LeafPress press, Exports exports, Audit audit) {
    this.desk = desk;
    this.report = report;
    this.press = press;
    this.exports = exports;
    this.audit = audit;
  }

  @GetMapping("/calls/{id}/night/report")
  String page(@PathVariable String id, Model model) {
    Night night = desk.of(NightPage.read(id));
    model.addAttribute("night", night);
    model.addAttribute("leaf", report.leaf(night));
    return "night-report";
  }

  @GetMapping("/calls/{id}/night/report.pdf")
  ResponseEntity<byte[]> printed(@PathVariable String id, @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    CallId call = NightPage.read(id);
    LeafPress.Leaf leaf = report.leaf(desk.of(call));
    audit.note(
        leaf.title(), new Act(Act.Kind.LIST_EXPORTED, viewer.name(), leaf.title() + "：" + call));
    String name = "deadline-" + call + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(press.print(leaf));
  }

  @GetMapping("/calls/{id}/night/report.xlsx")
  void export(
      @PathVariable String id, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
      throws IOException {
    exports.answer(report.sheet(desk.of(NightPage.read(id))), viewer, response);
  }
}
