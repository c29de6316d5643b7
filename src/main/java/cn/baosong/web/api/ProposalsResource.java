package cn.baosong.web.api;

import cn.baosong.core.decision.Proposal;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Proposals;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposals to decide again; a person follows or dismisses one by ruling on the dossier. */
@RestController
@RequestMapping("/api/v1/proposals")
@Tag(name = "dossiers")
class ProposalsResource {
  private static final String LIST = "proposals";

  private final Proposals proposals;
  private final Dossiers dossiers;
  private final WebOffice office;

  ProposalsResource(Proposals proposals, Dossiers dossiers, WebOffice office) {
    this.proposals = proposals;
    this.dossiers = dossiers;
    this.office = office;
  }

  /**
   * @param state as the dossier stands
   * @param proposed what it would come to under {@code callVersion} and the facts of now
   * @param since when this was first seen
   * @param version to be named in a ruling
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ProposalView(
      String dossier,
      String call,
      String unit,
      DossierView.CandidateView candidate,
      String state,
      String proposed,
      Optional<String> department,
      List<FindingView> findings,
      String callVersion,
      String since,
      int version) {}

  @GetMapping
  @Parameter(name = "call", in = ParameterIn.QUERY)
  @Parameter(name = "unit", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<ProposalView> list(@Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, LIST, "call", "unit");
    Page<Proposal> page =
        proposals.list(new Filters.OfPapers(query.call(), query.unit()), query.window());
    return new ListBody<>(
        page.items().stream().flatMap(p -> view(p).stream()).toList(),
        page.next().map(next -> Cursors.write(LIST, next)));
  }

  private Optional<ProposalView> view(Proposal proposal) {
    return dossiers.find(proposal.dossier()).map(dossier -> view(proposal, dossier));
  }

  private ProposalView view(Proposal proposal, Dossier dossier) {
    return new ProposalView(
        dossier.number().value(),
        dossier.call().value(),
        dossier.unit().value(),
        DossierView.CandidateView.of(dossier.candidate()),
        dossier.state().name(),
        proposal.state().name(),
        proposal.department(),
        proposal.findings().stream().filter(f -> f.isTold()).map(FindingView::of).toList(),
        proposal.callVersion().value(),
        office.at(proposal.since()),
        dossier.version());
  }
}
