package cn.baosong.web.page.post;

import cn.baosong.core.call.Unit;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.Mailing.Called;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.SheetPress.Cell;
import cn.baosong.desk.SheetPress.Column;
import cn.baosong.desk.Units;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Times;
import cn.baosong.web.page.export.Exports;
import cn.baosong.web.page.export.Portions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 电话通知名单 as a workbook, to be rung up from. */
@Controller
class PostExport {
  private final Mailings mailings;
  private final Units units;
  private final MailingRows rows;
  private final Exports exports;
  private final Times times;

  PostExport(Mailings mailings, Units units, MailingRows rows, Exports exports, Times times) {
    this.mailings = mailings;
    this.units = units;
    this.rows = rows;
    this.exports = exports;
    this.times = times;
  }

  @GetMapping("/mailings.xlsx")
  void export(
      @RequestParam(required = false) @Nullable String state,
      @AuthenticationPrincipal Viewer viewer,
      HttpServletResponse response)
      throws IOException {
    Stream<List<Cell>> cells =
        Portions.<Mailings.Entry>of(window -> mailings.list(PostPage.filter(state), window))
            .flatMap(List::stream)
            .map(this::cells);
    exports.answer(
        new Exports.Taken(
            "menu.MAILINGS",
            exports.filter("state", Optional.ofNullable(state).orElse("")),
            columns(),
            cells),
        viewer,
        response);
  }

  private List<Column> columns() {
    return List.of(
        exports.column("mailings.letter", 22),
        exports.column("page.number", 18),
        exports.column("page.unit", 30),
        exports.column("mailings.contact", 14),
        exports.column("mailings.phone", 18),
        exports.column("mailings.address", 28),
        exports.column("page.state", 18),
        exports.column("mailings.cause", 30),
        exports.column("mailings.said", 40),
        exports.column("mailings.since", 20),
        exports.column("mailings.calledby", 40));
  }

  private List<Cell> cells(Mailings.Entry entry) {
    MailingRow row = rows.row(entry);
    Mailing mailing = row.mailing();
    Optional<Unit> unit = mailing.unit().flatMap(units::find);
    return Exports.row(
        new Cell.Text(mailing.title()),
        new Cell.Text(mailing.submission().map(SubmissionNumber::value).orElse("")),
        new Cell.Text(unit.map(Unit::name).orElse(mailing.addressee())),
        new Cell.Text(unit.map(Unit::contact).orElse("")),
        new Cell.Text(unit.map(Unit::phone).orElse("")),
        new Cell.Text(mailing.address()),
        new Cell.Text(exports.word(row.stateKey())),
        new Cell.Text(row.cause().map(c -> exports.word("mailing.cause." + c)).orElse("")),
        new Cell.Text(row.said()),
        new Cell.Text(row.changed()),
        new Cell.Text(mailing.called().map(this::called).orElse("")));
  }

  private String called(Called call) {
    return call.by() + " " + times.moment(call.at()) + " " + call.note();
  }
}
