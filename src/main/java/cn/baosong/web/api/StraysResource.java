package cn.baosong.web.api;

import cn.baosong.core.dossier.Stray;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.desk.StrayDesk;
import cn.baosong.desk.Strays;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parcels that nobody announced. */
@RestController
@RequestMapping("/api/v1/paper/strays")
@Tag(name = "paper")
class StraysResource {
  private static final int MOST = 200;

  private final StrayDesk desk;
  private final Strays strays;
  private final WebOffice office;

  StraysResource(StrayDesk desk, Strays strays, WebOffice office) {
    this.desk = desk;
    this.strays = strays;
    this.office = office;
  }

  /** What can be said of one: its cover, and the words on it. */
  record StrayBody(PaperBody.@Nullable ParcelBody parcel, @Nullable String words) {}

  /** One that waits, or is settled. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record StrayView(
      String number,
      String channel,
      String carrier,
      String item,
      Optional<String> dispatchPostmark,
      String received,
      String by,
      String words,
      Optional<String> outcome,
      Optional<String> to) {}

  record Waiting(List<StrayView> items) {}

  @GetMapping
  Waiting waiting() {
    return new Waiting(strays.waiting(MOST).stream().map(this::view).toList());
  }

  @PostMapping
  ResponseEntity<StrayView> keep(
      @RequestBody StrayBody body, @AuthenticationPrincipal Viewer viewer) {
    PaperBody.Cover cover = PaperBody.cover(body.parcel());
    Stray kept =
        desk.keep(
            cover.channel(),
            cover.parcel(),
            cover.received(),
            ParcelBody.text(body.words()),
            viewer.name());
    return ResponseEntity.created(URI.create("/api/v1/paper/strays")).body(view(kept));
  }

  /** Under its own number and with its own time. */
  @PostMapping("/{number}/registration")
  PaperView register(
      @PathVariable String number,
      @RequestBody PaperBody body,
      @AuthenticationPrincipal Viewer viewer) {
    Stray stray = strays.find(Numbered.paper(number)).orElseThrow(Numbered::nothing);
    return PaperView.of(desk.register(stray.number(), body.read(stray), viewer.name()), office);
  }

  @PostMapping("/{number}/forwarding")
  StrayView forward(
      @PathVariable String number,
      @RequestBody ParcelBody body,
      @AuthenticationPrincipal Viewer viewer) {
    return view(desk.forward(Numbered.paper(number), ParcelBody.text(body.to()), viewer.name()));
  }

  private StrayView view(Stray stray) {
    StatedParcel parcel = stray.parcel();
    Channel channel = stray.channel();
    return new StrayView(
        stray.number().value(),
        channel.code(),
        parcel.carrier(),
        parcel.item(),
        parcel.dispatchPostmark().map(LocalDate::toString),
        office.at(stray.received()),
        stray.by(),
        stray.words(),
        stray.ending().map(e -> e.outcome().name()),
        stray.ending().map(Stray.Ending::to));
  }
}
