package cn.baosong.web.page.inbox;

import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.SheetPress.Cell;
import cn.baosong.desk.SheetPress.Column;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.export.Exports;
import cn.baosong.web.page.export.Portions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The inbox as a workbook: every row that the filter finds, in the columns of the page. */
@Controller
class InboxExport {
  private final Records records;
  private final InboxQuery query;
  private final ListView view;
  private final Exports exports;
  private final WebOffice office;

  InboxExport(Records records, InboxQuery query, ListView view, Exports exports, WebOffice office) {
    this.records = records;
    this.query = query;
    this.view = view;
    this.exports = exports;
    this.office = office;
  }

  @GetMapping("/export.xlsx")
  void export(
      @ModelAttribute InboxForm form,
      @AuthenticationPrincipal Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    InboxQuery.Asked asked = query.read(form);
    Stream<List<Cell>> rows =
        Portions.<SubmissionLine>of(window -> records.submissions(asked.filter(), window))
            .flatMap(this::rows);
    exports.answer(
        new Exports.Taken("page.submissions", told(form), columns(), rows), viewer, response);
  }

  private String told(InboxForm form) {
    return exports.filter(
        "state", said(form.state()),
        "call", said(form.call()),
        "unit", said(form.unit()),
        "channel", said(form.channel()),
        "q", said(form.q()),
        "from", said(form.from()),
        "to", said(form.to()));
  }

  private static String said(@Nullable String typed) {
    return InboxForm.said(typed).orElse("");
  }

  private List<Column> columns() {
    return List.of(
        exports.column("page.number", 18),
        exports.column("page.file", 34),
        exports.column("page.received", 20),
        exports.column("page.source", 26),
        exports.column("page.class", 10),
        exports.column("page.channel", 12),
        exports.column("page.unit", 30),
        exports.column("page.call", 40),
        exports.column("page.state", 12),
        exports.column("page.people", 8),
        exports.column("page.dossiers", 30));
  }

  private Stream<List<Cell>> rows(List<SubmissionLine> lines) {
    List<ListPage.Row> rows = view.rows(lines);
    return IntStream.range(0, lines.size()).mapToObj(i -> cells(lines.get(i), rows.get(i)));
  }

  private List<Cell> cells(SubmissionLine line, ListPage.Row row) {
    return Exports.row(
        new Cell.Text(row.number()),
        new Cell.Text(row.name()),
        received(line.arrival().received()),
        new Cell.Text(row.source()),
        new Cell.Text(row.trust()),
        new Cell.Text(exports.word("channel." + row.channel())),
        new Cell.Text(row.unit()),
        new Cell.Text(row.call()),
        new Cell.Text(
            row.sealed()
                ? exports.word("page.sealed")
                : exports.word("submission-state." + row.state())),
        new Cell.Count(row.people()),
        new Cell.Text(
            row.dossiers().entrySet().stream()
                .map(e -> exports.word("state." + e.getKey()) + " " + e.getValue())
                .collect(Collectors.joining("、"))));
  }

  private Cell received(TimeEvidence evidence) {
    return evidence
        .day()
        .<Cell>map(Cell.Day::new)
        .orElseGet(
            () ->
                new Cell.Moment(
                    LocalDateTime.ofInstant(evidence.interval().latest(), office.zone())));
  }
}
