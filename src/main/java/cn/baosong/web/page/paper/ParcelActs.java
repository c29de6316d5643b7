package cn.baosong.web.page.paper;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.desk.CustodyDesk;
import cn.baosong.desk.ParcelDesk;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.StrayDesk;
import cn.baosong.desk.Units;
import cn.baosong.web.Viewer;
import cn.baosong.web.page.Told;
import java.util.Arrays;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a parcel once it is registered, and with one that nobody announced. */
@Controller
class ParcelActs {
  private final ParcelDesk parcels;
  private final CustodyDesk custody;
  private final StrayDesk strays;
  private final Units units;

  ParcelActs(ParcelDesk parcels, CustodyDesk custody, StrayDesk strays, Units units) {
    this.parcels = parcels;
    this.custody = custody;
    this.strays = strays;
    this.units = units;
  }

  /** Something that a desk may refuse. */
  @FunctionalInterface
  private interface Deed {
    void run();
  }

  @PostMapping("/paper/{number:YZ-[0-9-]+}/transfer")
  String move(
      @PathVariable String number,
      @RequestParam String call,
      @RequestParam String unit,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    return done(
        number,
        "paper.moved",
        told,
        () -> {
          Unit right =
              Registered.unit(unit.strip(), units)
                  .orElseThrow(
                      () ->
                          Refusal.invalid(
                              "unit", "名册中没有这个单位。", "No unit of the registry goes by this."));
          parcels.move(
              parcel(number),
              new CallId(call),
              right.code(),
              new ParcelDesk.Said(viewer.name(), reason));
        });
  }

  @PostMapping("/paper/{number:YZ-[0-9-]+}/forwarding")
  String forward(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    return done(
        number,
        "paper.forwarded",
        told,
        () -> parcels.forward(parcel(number), to, new ParcelDesk.Said(viewer.name(), reason)));
  }

  @PostMapping("/paper/{number:YZ-[0-9-]+}/closing")
  String close(
      @PathVariable String number,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    return done(number, "paper.closed", told, () -> parcels.close(parcel(number), viewer.name()));
  }

  @PostMapping("/paper/{number:YZ-[0-9-]+}/originals/{id:YZ-[0-9-]+}")
  String originals(
      @PathVariable String number,
      @PathVariable String id,
      @RequestParam String step,
      @RequestParam(defaultValue = "") String where,
      @RequestParam(defaultValue = "") String note,
      @RequestParam int expectedVersion,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    return done(
        number,
        "paper.original.done",
        told,
        () ->
            custody.move(
                id,
                new CustodyDesk.Entry(step(step), where, note, expectedVersion),
                viewer.name()));
  }

  @PostMapping("/paper/strays/{number:YZ-[0-9-]+}/forwarding")
  String stray(
      @PathVariable String number,
      @RequestParam(defaultValue = "") String to,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    try {
      strays.forward(parcel(number), to, viewer.name());
      Told.done(told, "paper.forwarded");
    } catch (Refusal refusal) {
      Told.refused(told, refusal);
    }
    return "redirect:/paper";
  }

  private static String done(String number, String key, RedirectAttributes told, Deed deed) {
    try {
      deed.run();
      Told.done(told, key);
    } catch (StaleRecord meanwhile) {
      Told.refused(
          told,
          Refusal.conflict("", "别人刚刚办过这件，请看过再办。", "Somebody has just dealt with it; look first."));
    } catch (Refusal refusal) {
      Told.refused(told, refusal);
    }
    return "redirect:/paper/" + number;
  }

  private static PaperNumber parcel(String number) {
    return Parcels.number(number).orElseThrow(Parcels::nothing);
  }

  private static Original.Step step(String written) {
    return Arrays.stream(Original.Step.values())
        .filter(s -> s.name().equals(written))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("step", "请选择怎样流转。", "Choose what happens."));
  }
}
