package cn.baosong.web.api;

import cn.baosong.core.call.CallId;
import cn.baosong.core.check.Closing;
import cn.baosong.core.decision.UnitStanding;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.MissingUnits.Line;
import cn.baosong.web.WebOffice;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which units have not delivered for a call yet. */
@RestController
@Tag(name = "calls")
class MissingUnitsResource {
  private static final String LIST = "missing";

  private final MissingUnits missing;
  private final WebOffice office;

  MissingUnitsResource(MissingUnits missing, WebOffice office) {
    this.missing = missing;
    this.office = office;
  }

  /**
   * A unit that has not delivered.
   *
   * @param admittance {@code OPEN} while nobody has settled whether such units deliver themselves
   * @param lastDay on which a delivery is in time by every reading; null where no deadline binds it
   * @param daysLeft 0 on the last day, negative behind it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record MissingUnitView(
      String code,
      String name,
      String kind,
      String admittance,
      String standing,
      List<QuotaView> quotas,
      Optional<ContactView> lastContact,
      Optional<String> reminded,
      boolean hasAddress,
      String contact,
      String phone,
      Optional<String> lastDay,
      List<String> basis,
      Optional<Long> daysLeft) {}

  /**
   * @param limit null: 不限名额
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record QuotaView(Optional<String> category, Optional<Integer> limit, String clause) {}

  /**
   * @param letter kind of the letter, where it was one
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ContactView(String way, Optional<String> letter, String at) {}

  @GetMapping("/api/v1/calls/{id}/missing-units")
  @Parameter(name = "kind", in = ParameterIn.QUERY)
  @Parameter(name = "standing", in = ParameterIn.QUERY)
  @Parameter(name = "text", in = ParameterIn.QUERY)
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @Parameter(name = "cursor", in = ParameterIn.QUERY)
  ListBody<MissingUnitView> list(
      @PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
    Query query = Query.of(request, LIST, "kind", "standing", "text");
    MissingUnits.Filter filter =
        new MissingUnits.Filter(
            query.text("kind"), query.code("standing", UnitStanding.class), query.text("text"));
    CallId call = MissingUnitsResource.call(id);
    return ListBody.of(LIST, missing.of(call).page(filter, query.window()), this::view);
  }

  static CallId call(String id) {
    try {
      return new CallId(id);
    } catch (IllegalArgumentException nonsense) {
      throw cn.baosong.desk.Refusal.notFound(
          "id", "没有在办的通知“" + id + "”。", "There is no live call " + id + ".");
    }
  }

  private MissingUnitView view(Line line) {
    return new MissingUnitView(
        line.unit().code().value(),
        line.unit().name(),
        line.kind(),
        line.admittance().name(),
        line.standing().name(),
        line.quotas().stream()
            .map(q -> new QuotaView(q.category(), q.limit(), q.clause().words()))
            .toList(),
        line.tally()
            .last()
            .map(
                last ->
                    new ContactView(
                        last.way().name(),
                        last.letter().map(LetterKind::name),
                        office.at(last.at()))),
        line.tally().reminded().map(office::at),
        line.hasAddress(),
        line.unit().contact(),
        line.unit().phone(),
        line.closing().map(Closing::lastDay).map(Object::toString),
        line.closing()
            .map(c -> c.deadline().basis().stream().sorted().map(Enum::name).toList())
            .orElse(List.of()),
        line.daysLeft());
  }
}
