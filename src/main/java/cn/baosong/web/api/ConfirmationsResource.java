package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Place;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A second person confirms many rulings in one go, with a result for each. */
@RestController
@Tag(name = "dossiers")
class ConfirmationsResource {
  private final RulingDesk desk;
  private final PendingRulings pending;
  private final Records records;

  ConfirmationsResource(RulingDesk desk, PendingRulings pending, Records records) {
    this.desk = desk;
    this.pending = pending;
    this.records = records;
  }

  /**
   * A ruling that waits.
   *
   * @param dossier its number
   * @param id of the ruling, as {@code pendingRuling} of the dossier names it
   */
  record NamedRuling(@Nullable String dossier, @Nullable String id) {}

  /**
   * @param rulings null: all that wait and match, where {@code all} says so
   * @param preview whether it is only shown what would become of them
   */
  record ConfirmationsBody(
      @Nullable List<NamedRuling> rulings,
      @Nullable Boolean all,
      @Nullable String call,
      @Nullable String unit,
      @Nullable String department,
      @Nullable String state,
      @Nullable Boolean preview) {}

  /**
   * What became of one dossier.
   *
   * @param state that it stands in now, or would; null when it was not confirmed, for which {@code
   *     zh} and {@code en} say why
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ResultView(
      String dossier,
      String id,
      Optional<DossierState> state,
      Optional<String> zh,
      Optional<String> en) {}

  private record Meant(DossierNumber dossier, String id) {}

  @PostMapping("/api/v1/dossiers/confirmations")
  ListBody<ResultView> confirm(
      @RequestBody ConfirmationsBody body, @AuthenticationPrincipal Viewer viewer) {
    boolean look = Boolean.TRUE.equals(body.preview());
    return ListBody.whole(
        meant(body, viewer).stream().map(one -> result(one, look, viewer.name())).toList());
  }

  private List<Meant> meant(ConfirmationsBody body, Viewer viewer) {
    Fields fields = new Fields();
    List<NamedRuling> named = body.rulings();
    if (named != null) {
      List<Meant> meant = named.stream().flatMap(n -> named(fields, n).stream()).toList();
      fields.check();
      return meant.stream().distinct().toList();
    }
    if (!Boolean.TRUE.equals(body.all())) {
      fields.fault("rulings", "请列出 rulings，或写 all: true。", "Name rulings, or say all: true.");
    }
    Filters.OfDossiers filter = filter(fields, body, viewer);
    fields.check();
    return waiting(filter);
  }

  private static Optional<Meant> named(Fields fields, NamedRuling ruling) {
    Optional<DossierNumber> dossier =
        fields.value("rulings.dossier", ruling.dossier(), DossierNumber::new);
    Optional<String> id = fields.required("rulings.id", ruling.id());
    return dossier.flatMap(number -> id.map(waits -> new Meant(number, waits)));
  }

  private static Filters.OfDossiers filter(Fields fields, ConfirmationsBody body, Viewer viewer) {
    return new Filters.OfDossiers(
            body.state() == null
                ? Optional.empty()
                : fields.code("state", body.state(), DossierState.class),
            body.call() == null ? Optional.empty() : fields.value("call", body.call(), CallId::new),
            body.unit() == null
                ? Optional.empty()
                : fields.value("unit", body.unit(), UnitCode::new),
            Fields.optional(body.department()),
            Optional.empty(),
            viewer.within())
        .awaiting(true);
  }

  /** All of them before the first is confirmed, by which it leaves the list. */
  private List<Meant> waiting(Filters.OfDossiers filter) {
    List<Meant> meant = new ArrayList<>();
    Optional<Place> after = Optional.empty();
    do {
      Page<Dossier> page = records.dossiers(filter, new Window(Window.MOST, after));
      pending
          .awaiting(page.items().stream().map(Dossier::number).toList())
          .forEach((number, ruling) -> meant.add(new Meant(number, ruling.id())));
      after = page.next();
    } while (after.isPresent());
    return meant;
  }

  private ResultView result(Meant one, boolean look, String second) {
    try {
      DossierState state =
          look
              ? desk.previewConfirmation(one.dossier(), one.id(), second).after().state()
              : desk.confirm(one.dossier(), one.id(), second).state();
      return new ResultView(
          one.dossier().value(), one.id(), Optional.of(state), Optional.empty(), Optional.empty());
    } catch (Refusal refusal) {
      return refused(one, refusal.chinese(), refusal.english());
    } catch (StaleRecord other) {
      return refused(one, "他人刚刚改动了本卷，请看过变化再决定。", "Someone else has just changed it.");
    }
  }

  private static ResultView refused(Meant one, String zh, String en) {
    return new ResultView(
        one.dossier().value(), one.id(), Optional.empty(), Optional.of(zh), Optional.of(en));
  }
}
