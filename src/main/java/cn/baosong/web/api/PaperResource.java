package cn.baosong.web.api;

import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.CoverSheets;
import cn.baosong.desk.Filters;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.Records;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mail room's register of parcels. */
@RestController
@RequestMapping("/api/v1/paper")
@Tag(name = "paper")
class PaperResource {
  private static final String LIST = "paper";

  private final PaperDesk desk;
  private final Records records;
  private final WebOffice office;
  private final CoverSheets sheets;

  PaperResource(PaperDesk desk, Records records, WebOffice office, CoverSheets sheets) {
    this.sheets = sheets;
    this.desk = desk;
    this.records = records;
    this.office = office;
  }

  @PostMapping
  ResponseEntity<PaperView> register(
      @RequestBody PaperBody body, @AuthenticationPrincipal Viewer viewer) {
    PaperRecord paper = desk.register(coded(body).read(viewer.name()), viewer.name());
    return ResponseEntity.created(URI.create("/api/v1/paper/" + paper.number()))
        .body(PaperView.of(paper, office));
  }

  private PaperBody coded(PaperBody body) {
    return Optional.ofNullable(body.cover()).flatMap(sheets::find).map(body::coded).orElse(body);
  }

  @GetMapping
  @Parameter(name = "call", in = ParameterIn.QUERY)
  @Parameter(name = "unit", in = ParameterIn.QUERY)
  @Parameter(name = "awaiting", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<PaperView> list(@Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, LIST, "call", "unit", "awaiting");
    Filters.OfPapers filter =
        new Filters.OfPapers(
            query.call(),
            query.unit(),
            Optional.empty(),
            query.text("awaiting").filter("true"::equals).isPresent());
    return ListBody.of(
        LIST, records.papers(filter, query.window()), paper -> PaperView.of(paper, office));
  }

  /** A second person has looked at the postmarks. */
  @PostMapping("/{number}/confirmation")
  PaperView confirm(@PathVariable String number, @AuthenticationPrincipal Viewer viewer) {
    PaperRecord seen = records.paper(Numbered.paper(number)).orElseThrow(Numbered::nothing);
    return PaperView.of(desk.confirm(seen, viewer.name()), office);
  }

  @GetMapping("/{number}")
  PaperView one(@PathVariable String number) {
    return records
        .paper(Numbered.paper(number))
        .map(paper -> PaperView.of(paper, office))
        .orElseThrow(Numbered::nothing);
  }
}
