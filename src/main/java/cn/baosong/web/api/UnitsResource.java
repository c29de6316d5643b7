package cn.baosong.web.api;

import cn.baosong.core.call.Unit;
import cn.baosong.desk.Act;
import cn.baosong.desk.UnitRegister;
import cn.baosong.desk.Units;
import cn.baosong.web.Problems;
import cn.baosong.web.Viewer;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registry of units, read and replaced as a whole. */
@RestController
@RequestMapping("/api/v1/units")
@Tag(name = "units")
class UnitsResource {
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Units units;
  private final UnitRegister register;

  UnitsResource(Units units, UnitRegister register) {
    this.units = units;
    this.register = register;
  }

  /** How many units the registry holds now, and what in it deserves a look. */
  record Replaced(int units, List<Problems.Fault> warnings) {}

  /** The registry: as {@code {"items": […]}}, or as the bare list. */
  record UnitsBody(@Nullable List<@Nullable UnitBody> items) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    UnitsBody(@JsonProperty("items") @Nullable List<@Nullable UnitBody> items) {
      this.items = items;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static UnitsBody bare(List<@Nullable UnitBody> items) {
      return new UnitsBody(items);
    }
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ListBody<UnitBody> list() {
    return ListBody.whole(units.all().stream().map(UnitBody::of).toList());
  }

  @GetMapping(produces = CSV)
  String csv() {
    return register.csv();
  }

  @GetMapping(produces = WORKBOOK)
  byte[] workbook() {
    return register.workbook();
  }

  @PutMapping(consumes = {"text/csv", "application/csv", MediaType.TEXT_PLAIN_VALUE, WORKBOOK})
  Replaced replace(InputStream file, @AuthenticationPrincipal Viewer viewer) throws IOException {
    try {
      register.replace(file, act(viewer));
    } catch (UnitRegister.Invalid invalid) {
      throw refused(invalid);
    }
    return replaced();
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Replaced replace(@RequestBody UnitsBody body, @AuthenticationPrincipal Viewer viewer)
      throws IOException {
    try {
      register.replace(read(body), act(viewer));
    } catch (UnitRegister.Invalid invalid) {
      throw refused(invalid);
    }
    return replaced();
  }

  private static List<Unit> read(UnitsBody body) {
    Fields fields = new Fields();
    List<Unit> read = new ArrayList<>();
    List<@Nullable UnitBody> items =
        fields.present("items", body.items()).orElse(new ArrayList<>());
    for (int i = 0; i < items.size(); i++) {
      String place = "items[" + i + "]";
      UnitBody item = items.get(i);
      if (item == null) {
        fields.fault(place, place + " 不能为空。", place + " is missing.");
      } else {
        item.read(place, fields).ifPresent(read::add);
      }
    }
    fields.check();
    return read;
  }

  private Replaced replaced() {
    return new Replaced(units.all().size(), shown(register.warnings()));
  }

  private static List<Problems.Fault> shown(List<UnitRegister.Fault> faults) {
    return faults.stream().map(f -> new Problems.Fault(f.place(), f.zh(), f.en())).toList();
  }

  private static Act act(Viewer viewer) {
    return new Act(Act.Kind.UNITS_REPLACED, viewer.name(), "");
  }

  private static BadRequest refused(UnitRegister.Invalid invalid) {
    return new BadRequest(shown(invalid.faults()));
  }
}
