package cn.baosong.web.page.missing;

import cn.baosong.core.notice.LetterKind;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.MissingUnits.Overview;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.SheetPress.Cell;
import cn.baosong.desk.SheetPress.Column;
import cn.baosong.desk.UnitTallies.LastContact;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Times;
import cn.baosong.web.page.export.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The units that have not delivered as a workbook, in the columns of the page. */
@Controller
class MissingExport {
  private final MissingUnits missing;
  private final Exports exports;
  private final Times times;

  MissingExport(MissingUnits missing, Exports exports, Times times) {
    this.missing = missing;
    this.exports = exports;
    this.times = times;
  }

  @GetMapping("/missing/export.xlsx")
  void export(
      MissingForm form, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
      throws IOException {
    Overview all =
        missing.of(
            form.id()
                .orElseThrow(() -> Refusal.notFound("call", "没有这份通知。", "There is no such call.")));
    Stream<List<Cell>> rows =
        all.matching(form.filter()).stream().map(line -> cells(MissingPage.row(line, all.call())));
    String told =
        exports.filter(
            "call", all.call().id().value(),
            "kind", MissingForm.said(form.kind()).orElse(""),
            "standing", MissingForm.said(form.standing()).orElse(""),
            "q", MissingForm.said(form.q()).orElse(""));
    exports.answer(new Exports.Taken("menu.MISSING", told, columns(), rows), viewer, response);
  }

  private List<Column> columns() {
    return List.of(
        exports.column("page.unit", 34),
        exports.column("export.unitcode", 22),
        exports.column("missing.kind", 22),
        exports.column("missing.standing", 14),
        exports.column("missing.quota", 26),
        exports.column("missing.last", 30),
        exports.column("missing.reminded", 20),
        exports.column("missing.address", 14),
        exports.column("missing.contact", 12),
        exports.column("missing.phone", 18),
        exports.column("missing.days", 12));
  }

  private List<Cell> cells(MissingRow row) {
    return Stream.of(
            row.name(),
            row.code(),
            row.kind(),
            exports.word("standing." + row.standing()),
            quotas(row),
            row.last().map(this::last).orElse(""),
            row.reminded().map(times::moment).orElse(""),
            exports.word(row.address() ? "missing.hasaddress" : "missing.noaddress"),
            row.contact(),
            row.phone(),
            row.daysLeft().map(String::valueOf).orElse(""))
        .<Cell>map(Cell.Text::new)
        .toList();
  }

  private String last(LastContact last) {
    return times.moment(last.at())
        + " "
        + last.letter()
            .map(LetterKind::name)
            .map(kind -> exports.word("letter." + kind))
            .orElseGet(() -> exports.word("way." + last.way()));
  }

  private String quotas(MissingRow row) {
    return row.quotas().stream()
        .map(
            share ->
                share.category().map(c -> c + " ").orElse("")
                    + share
                        .limit()
                        .map(most -> exports.word("missing.most", most))
                        .orElseGet(() -> exports.word("missing.free")))
        .collect(Collectors.joining("；"));
  }
}
