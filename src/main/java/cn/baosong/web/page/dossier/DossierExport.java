package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Records;
import cn.baosong.desk.SheetPress.Cell;
import cn.baosong.desk.SheetPress.Column;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.DossierShow;
import cn.baosong.web.api.DossierView;
import cn.baosong.web.page.export.Exports;
import cn.baosong.web.page.export.Portions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The dossiers as a workbook, masked as on the page; an officer gets those of the own departments.
 */
@Controller
class DossierExport {
  private static final Set<String> DONE = Set.of("PASS", "REMARK");

  private final Records records;
  private final DossierShow show;
  private final Exports exports;

  DossierExport(Records records, DossierShow show, Exports exports) {
    this.records = records;
    this.show = show;
    this.exports = exports;
  }

  @GetMapping("/dossiers/export.xlsx")
  void export(Wanted wanted, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
      throws IOException {
    Filters.OfDossiers filter = wanted.filter(viewer);
    Stream<List<Cell>> rows =
        Portions.<Dossier>of(window -> records.dossiers(filter, window))
            .flatMap(some -> show.views(some).stream())
            .map(this::row);
    String told =
        exports.filter(
            "state", said(wanted.state()),
            "call", said(wanted.call()),
            "unit", said(wanted.unit()),
            "department", said(wanted.department()),
            "q", said(wanted.q()),
            "hand", said(wanted.hand()),
            "waitsFor", said(wanted.waitsFor()),
            "second", wanted.awaits() ? "true" : "");
    exports.answer(new Exports.Taken("page.dossiers", told, columns(), rows), viewer, response);
  }

  private static String said(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).orElse("");
  }

  private List<Column> columns() {
    return List.of(
        exports.column("page.dossiernumber", 18),
        exports.column("page.candidate", 12),
        exports.column("export.identity", 22),
        exports.column("page.unit", 30),
        exports.column("export.unitcode", 22),
        exports.column("page.call", 20),
        exports.column("export.category", 16),
        exports.column("export.department", 16),
        exports.column("page.state", 12),
        exports.column("page.findings", 40),
        exports.column("page.number", 18));
  }

  private List<Cell> row(DossierView d) {
    return Stream.of(
            d.number(),
            d.candidate().name(),
            d.candidate().identity().orElse(""),
            d.unitName().orElse(""),
            d.unit(),
            d.call(),
            d.category().orElse(""),
            d.department().orElse(""),
            exports.word("state." + d.state()),
            open(d),
            d.submission())
        .<Cell>map(Cell.Text::new)
        .toList();
  }

  private String open(DossierView dossier) {
    return dossier.findings().stream()
        .filter(f -> !DONE.contains(f.outcome()))
        .map(f -> exports.word("finding." + f.code()))
        .distinct()
        .collect(Collectors.joining("、"));
  }
}
