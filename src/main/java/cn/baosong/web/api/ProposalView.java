package cn.baosong.web.api;

import cn.baosong.core.check.Finding;
import cn.baosong.core.decision.Proposal;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What the machine would now decide otherwise.
 *
 * @param state as the dossier stands
 * @param proposed what it would come to under {@code callVersion} and the facts of now
 * @param since when this was first seen
 * @param version to be named in a ruling
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProposalView(
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
    int version) {

  static ProposalView of(Proposal proposal, Dossier dossier, WebOffice office) {
    return new ProposalView(
        dossier.number().value(),
        dossier.call().value(),
        dossier.unit().value(),
        DossierView.CandidateView.of(dossier.candidate()),
        dossier.state().name(),
        proposal.state().name(),
        proposal.department(),
        proposal.findings().stream().filter(Finding::isTold).map(FindingView::of).toList(),
        proposal.callVersion().value(),
        office.at(proposal.since()),
        dossier.version());
  }
}
