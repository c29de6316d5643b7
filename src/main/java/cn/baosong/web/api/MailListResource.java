package cn.baosong.web.api;

import cn.baosong.core.call.Call;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.desk.Calls;
import cn.baosong.desk.MailListDesk;
import cn.baosong.desk.MailLists;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Problems.Fault;
import cn.baosong.web.Viewer;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The mail room's list of parcels, as a workbook. */
@RestController
@RequestMapping("/api/v1/paper/list")
@Tag(name = "paper")
class MailListResource {
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final long MOST_BYTES = 8L << 20;

  private final MailListDesk desk;
  private final MailLists lists;
  private final Calls calls;

  MailListResource(MailListDesk desk, MailLists lists, Calls calls) {
    this.desk = desk;
    this.lists = lists;
    this.calls = calls;
  }

  /**
   * What became of the rows.
   *
   * @param items in the order of the list; rows of one parcel stand together
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Taken(long registered, long twice, long wrong, List<RowView> items) {}

  /** One row. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record RowView(int row, String outcome, Optional<String> number, List<Fault> faults) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Taken take(@RequestPart MultipartFile list, @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    if (list.isEmpty() || list.getSize() > MOST_BYTES) {
      throw Refusal.invalid(
          "list",
          "请上传一个名为 list 的工作簿，不超过 8 MB。",
          "Upload one workbook named list, of at most 8 MB.");
    }
    String name = Optional.ofNullable(list.getOriginalFilename()).orElse("list.xlsx");
    MailListDesk.Result result = desk.take(list.getBytes(), name, viewer.name());
    result
        .unreadable()
        .ifPresent(
            why -> {
              throw Refusal.invalid("list", why.chinese(), why.english());
            });
    return new Taken(
        result.count(MailListDesk.Outcome.REGISTERED),
        result.count(MailListDesk.Outcome.TWICE),
        result.count(MailListDesk.Outcome.WRONG),
        result.lines().stream().map(MailListResource::view).toList());
  }

  /** The empty list; with the copies and fields of a call where one is named. */
  @GetMapping(produces = WORKBOOK)
  byte[] template(@RequestParam(required = false) @Nullable String call) throws IOException {
    Optional<Call> of = calls.live().stream().filter(c -> c.id().value().equals(call)).findFirst();
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    lists.template(of, workbook);
    return workbook.toByteArray();
  }

  private static RowView view(MailListDesk.Line line) {
    return new RowView(
        line.row(),
        line.outcome().name(),
        line.number().map(PaperNumber::value),
        line.faults().stream().map(f -> new Fault(f.place(), f.chinese(), f.english())).toList());
  }
}
