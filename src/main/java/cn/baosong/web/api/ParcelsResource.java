package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Original;
import cn.baosong.desk.CustodyDesk;
import cn.baosong.desk.Originals;
import cn.baosong.desk.ParcelDesk;
import cn.baosong.desk.Refusal;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a registered parcel, and the custody of its originals. */
@RestController
@RequestMapping("/api/v1/paper/{number}")
@Tag(name = "paper")
class ParcelsResource {
  private final ParcelDesk parcels;
  private final CustodyDesk custody;
  private final Originals originals;
  private final WebOffice office;

  ParcelsResource(ParcelDesk parcels, CustodyDesk custody, Originals originals, WebOffice office) {
    this.parcels = parcels;
    this.custody = custody;
    this.originals = originals;
    this.office = office;
  }

  record Custody(List<OriginalView> items) {}

  /** To another call or unit; every time stays as it was. */
  @PostMapping("/transfer")
  PaperView move(
      @PathVariable String number,
      @RequestBody ParcelBody body,
      @AuthenticationPrincipal Viewer viewer) {
    Fields fields = new Fields();
    var call = fields.value("call", body.call(), CallId::new);
    var unit = fields.value("unit", body.unit(), UnitCode::new);
    fields.check();
    return PaperView.of(
        parcels.move(
            Numbered.paper(number), call.orElseThrow(), unit.orElseThrow(), said(body, viewer)),
        office);
  }

  /** To another office. */
  @PostMapping("/forwarding")
  PaperView forward(
      @PathVariable String number,
      @RequestBody ParcelBody body,
      @AuthenticationPrincipal Viewer viewer) {
    return PaperView.of(
        parcels.forward(Numbered.paper(number), ParcelBody.text(body.to()), said(body, viewer)),
        office);
  }

  /** Refused while any original is not back with its unit. */
  @PostMapping("/closing")
  PaperView close(@PathVariable String number, @AuthenticationPrincipal Viewer viewer) {
    return PaperView.of(parcels.close(Numbered.paper(number), viewer.name()), office);
  }

  @GetMapping("/originals")
  Custody custody(@PathVariable String number) {
    return new Custody(
        originals.of(Numbered.paper(number)).stream()
            .map(o -> OriginalView.of(o, office))
            .toList());
  }

  /** One entry of the custody log: MOVED, LENT, GIVEN_BACK or RETURNED. */
  @PostMapping("/originals/{id}/moves")
  OriginalView move(
      @PathVariable String number,
      @PathVariable String id,
      @RequestBody ParcelBody body,
      @AuthenticationPrincipal Viewer viewer) {
    Fields fields = new Fields();
    var step = fields.code("step", body.step(), Original.Step.class);
    var version = fields.present("expectedVersion", body.expectedVersion());
    fields.check();
    Original held =
        originals
            .find(id)
            .filter(o -> o.parcel().equals(Numbered.paper(number)))
            .orElseThrow(ParcelsResource::none);
    CustodyDesk.Entry entry =
        new CustodyDesk.Entry(
            step.orElseThrow(),
            ParcelBody.text(body.where()),
            ParcelBody.text(body.note()),
            version.orElseThrow());
    return OriginalView.of(custody.move(held.id(), entry, viewer.name()), office);
  }

  private static Refusal none() {
    return Refusal.notFound("id", "没有这份原件。", "There are no such originals.");
  }

  private static ParcelDesk.Said said(ParcelBody body, Viewer viewer) {
    return new ParcelDesk.Said(viewer.name(), ParcelBody.text(body.reason()));
  }
}
