package cn.baosong.web.api;

import cn.baosong.core.decision.Proposal;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Proposals;
import cn.baosong.web.WebOffice;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
    return dossiers
        .find(proposal.dossier())
        .map(dossier -> ProposalView.of(proposal, dossier, office));
  }
}
