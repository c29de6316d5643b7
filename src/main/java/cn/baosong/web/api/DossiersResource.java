package cn.baosong.web.api;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Records;
import cn.baosong.web.Viewer;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dossiers to read; an officer sees those of the own departments and no others. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "dossiers")
class DossiersResource {
  private static final String LIST = "dossiers";

  private final Records records;
  private final Dossiers dossiers;
  private final DossierShow show;

  DossiersResource(Records records, Dossiers dossiers, DossierShow show) {
    this.records = records;
    this.dossiers = dossiers;
    this.show = show;
  }

  @GetMapping
  @Parameter(name = "state", in = ParameterIn.QUERY)
  @Parameter(name = "call", in = ParameterIn.QUERY)
  @Parameter(name = "unit", in = ParameterIn.QUERY)
  @Parameter(name = "department", in = ParameterIn.QUERY)
  @Parameter(name = "submission", in = ParameterIn.QUERY)
  @Parameter(name = "hand", in = ParameterIn.QUERY)
  @Parameter(name = "waitsFor", in = ParameterIn.QUERY)
  @Parameter(name = "second", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<DossierView> list(
      @Parameter(hidden = true) HttpServletRequest request,
      @AuthenticationPrincipal Viewer viewer) {
    Query query =
        Query.of(
            request,
            LIST,
            "state",
            "call",
            "unit",
            "department",
            "submission",
            "hand",
            "waitsFor",
            "second");
    Filters.OfDossiers filter =
        new Filters.OfDossiers(
                query.code("state", DossierState.class),
                query.call(),
                query.unit(),
                query.text("department"),
                query.value("submission", SubmissionNumber::new),
                viewer.within())
            .decided(query.code("hand", Handling.class), query.code("waitsFor", FindingCode.class))
            .awaiting(query.text("second").filter("true"::equals).isPresent());
    Page<Dossier> page = records.dossiers(filter, query.window());
    return new ListBody<>(
        show.views(page.items()), page.next().map(next -> Cursors.write(LIST, next)));
  }

  @GetMapping("/{number}")
  DossierView one(@PathVariable String number, @AuthenticationPrincipal Viewer viewer) {
    Dossier dossier = dossiers.find(Numbered.dossier(number)).orElseThrow(Numbered::nothing);
    if (!viewer.sees(dossier.department())) {
      throw new AccessDeniedException(number);
    }
    return show.views(List.of(dossier)).get(0);
  }
}
