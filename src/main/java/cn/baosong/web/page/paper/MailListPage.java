package cn.baosong.web.page.paper;

import cn.baosong.core.call.Call;
import cn.baosong.desk.Calls;
import cn.baosong.desk.MailListDesk;
import cn.baosong.desk.MailLists;
import cn.baosong.web.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 邮寄登记表: the mail room's own list, taken in as a whole and told row by row. */
@Controller
class MailListPage {
  static final long MOST_BYTES = 8L << 20;
  private static final MediaType WORKBOOK =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final MailListDesk desk;
  private final MailLists lists;
  private final Calls calls;

  MailListPage(MailListDesk desk, MailLists lists, Calls calls) {
    this.desk = desk;
    this.lists = lists;
    this.calls = calls;
  }

  @GetMapping("/paper/list")
  String form(Model model) {
    model.addAttribute("calls", calls.live());
    return "mail-list";
  }

  /** Nothing is lost by loading the answer again: the same list registers nothing twice. */
  @PostMapping("/paper/list")
  String take(@RequestParam MultipartFile list, @AuthenticationPrincipal Viewer viewer, Model model)
      throws IOException {
    if (list.isEmpty() || list.getSize() > MOST_BYTES) {
      model.addAttribute("wrong", list.isEmpty() ? "paper.list.nothing" : "paper.list.large");
    } else {
      String name = Optional.ofNullable(list.getOriginalFilename()).orElse("邮寄登记表.xlsx");
      model.addAttribute("result", desk.take(list.getBytes(), name, viewer.name()));
    }
    return form(model);
  }

  @GetMapping("/paper/list.xlsx")
  ResponseEntity<byte[]> template(@RequestParam(required = false) @Nullable String call)
      throws IOException {
    Optional<Call> of = calls.live().stream().filter(c -> c.id().value().equals(call)).findFirst();
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    lists.template(of, workbook);
    return ResponseEntity.ok()
        .contentType(WORKBOOK)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("邮寄登记表.xlsx", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(workbook.toByteArray());
  }
}
