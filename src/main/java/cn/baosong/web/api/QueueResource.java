package cn.baosong.web.api;

import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.QueueDesk;
import cn.baosong.desk.Records;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A department's queue: its officers see it, take dossiers on and give them back. */
@RestController
@RequestMapping("/api/v1/departments/{id}")
@Tag(name = "departments")
class QueueResource {
  private static final String LIST = "queue";

  private final Records records;
  private final QueueDesk desk;
  private final CascadeShow cascades;
  private final WebOffice office;

  QueueResource(Records records, QueueDesk desk, CascadeShow cascades, WebOffice office) {
    this.records = records;
    this.desk = desk;
    this.cascades = cascades;
    this.office = office;
  }

  /**
   * An entry of the queue with whom it is about.
   *
   * @param cascade receipts of the windows below and the upper limit of the one above, or null
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record LineView(
      String dossier,
      String department,
      String state,
      Optional<String> by,
      Optional<String> reason,
      String since,
      String call,
      String unit,
      Optional<String> category,
      DossierView.CandidateView candidate,
      Optional<CascadeView> cascade,
      int version) {}

  /** An entry of the queue after a change. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EntryView(
      String dossier,
      String department,
      String state,
      Optional<String> by,
      Optional<String> reason,
      String since) {}

  record ReturnBody(@Nullable String reason) {}

  @GetMapping("/queue")
  @Parameter(name = "state", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<LineView> queue(
      @PathVariable String id,
      @Parameter(hidden = true) HttpServletRequest request,
      @AuthenticationPrincipal Viewer viewer) {
    if (!viewer.sees(Optional.of(id))) {
      throw new AccessDeniedException(id);
    }
    Query query = Query.of(request, LIST, "state");
    Filters.OfQueue filter = new Filters.OfQueue(id, query.code("state", QueueEntry.State.class));
    Page<Records.QueueLine> page = records.queue(filter, query.window());
    Map<DossierNumber, CascadeView> around =
        cascades.views(page.items().stream().map(Records.QueueLine::dossier).toList());
    return ListBody.of(
        LIST, page, line -> line(line, Optional.ofNullable(around.get(line.dossier().number()))));
  }

  @PostMapping({"/queue/{dossier}/claim", "/{dossier}/claim"})
  EntryView claim(
      @PathVariable String id,
      @PathVariable String dossier,
      @AuthenticationPrincipal Viewer viewer) {
    mustServe(viewer, id);
    DossierNumber number = Numbered.dossier(dossier);
    return entry(desk.claim(id, number, viewer.name()));
  }

  @PostMapping({"/queue/{dossier}/return", "/{dossier}/return"})
  EntryView giveBack(
      @PathVariable String id,
      @PathVariable String dossier,
      @RequestBody ReturnBody body,
      @AuthenticationPrincipal Viewer viewer) {
    mustServe(viewer, id);
    DossierNumber number = Numbered.dossier(dossier);
    Fields fields = new Fields();
    Optional<String> reason = fields.required("reason", body.reason());
    fields.check();
    return entry(desk.giveBack(id, number, viewer.name(), reason.orElseThrow()));
  }

  private static void mustServe(Viewer viewer, String department) {
    if (!viewer.serves(department)) {
      throw new AccessDeniedException(department);
    }
  }

  private EntryView entry(QueueEntry entry) {
    return new EntryView(
        entry.dossier().value(),
        entry.department(),
        entry.state().name(),
        entry.by(),
        entry.reason(),
        office.at(entry.since()));
  }

  private LineView line(Records.QueueLine line, Optional<CascadeView> cascade) {
    QueueEntry entry = line.entry();
    return new LineView(
        entry.dossier().value(),
        entry.department(),
        entry.state().name(),
        entry.by(),
        entry.reason(),
        office.at(entry.since()),
        line.dossier().call().value(),
        line.dossier().unit().value(),
        line.dossier().category(),
        DossierView.CandidateView.of(line.dossier().candidate()),
        cascade,
        line.dossier().version());
  }
}
