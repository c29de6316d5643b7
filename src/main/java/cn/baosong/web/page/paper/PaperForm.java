package cn.baosong.web.page.paper;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Stray;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CoverDesk;
import cn.baosong.desk.CoverSheets;
import cn.baosong.desk.Covers;
import cn.baosong.desk.KeyedDates;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.StrayDesk;
import cn.baosong.desk.Strays;
import cn.baosong.desk.Units;
import cn.baosong.web.Problems.Fault;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form by which a parcel is keyed in; after one the next begins with the same call. */
@Controller
class PaperForm {
  private static final String COVER = "cover";
  private static final String STRAY = "stray";

  private final PaperDesk desk;
  private final Calls calls;
  private final Units units;
  private final WebOffice office;
  private final Covers covers;
  private final CoverDesk photos;
  private final CoverSheets sheets;
  private final StrayDesk strays;
  private final Strays known;
  private final Records records;

  PaperForm(
      PaperDesk desk,
      Calls calls,
      Units units,
      WebOffice office,
      Covers covers,
      CoverDesk photos,
      Found found) {
    this.sheets = found.sheets();
    this.strays = found.desk();
    this.known = found.strays();
    this.records = found.records();
    this.covers = covers;
    this.photos = photos;
    this.desk = desk;
    this.calls = calls;
    this.units = units;
    this.office = office;
  }

  @GetMapping("/paper/new")
  String blank(HttpServletRequest request, Model model) {
    Slip typed = Slip.of(request);
    Slip begun =
        typed.at("received").isEmpty()
            ? typed.with("received", KeyedDates.minute(office.clock().instant(), office.zone()))
            : typed;
    Slip kept = stray(begun).map(stray -> begun.of(stray, office.zone())).orElse(begun);
    Slip beside = like(kept).map(paper -> kept.like(paper, office.zone())).orElse(kept);
    Slip slip = covers.find(beside.at(COVER)).map(cover -> beside.showing(cover)).orElse(beside);
    return form(slip, Map.of(), slip.at("call").isEmpty() ? "call" : "unit", model);
  }

  /** Every button of the form: what it does not know registers the parcel. */
  @PostMapping("/paper/new")
  String act(
      HttpServletRequest request,
      @RequestParam(defaultValue = "register") String act,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told,
      Model model) {
    Slip slip = Slip.of(request);
    if (act.equals("call")) {
      return form(slip, Map.of(), "", model);
    }
    if (act.equals("row")) {
      Slip more = slip.oneMore();
      return form(more, Map.of(), "p" + more.last() + ".name", model);
    }
    if (act.matches("drop-[0-9]{1,4}")) {
      return form(slip.without(Integer.parseInt(act.substring(5))), Map.of(), "more", model);
    }
    if (act.equals("stray")) {
      return keep(slip, viewer, told, model);
    }
    Optional<CoverCode> code = slip.isCoded() ? sheets.find(slip.at("code")) : Optional.empty();
    if (code.isPresent()) {
      return form(slip.coded(code.get()), Map.of(), "carrier", model);
    }
    return register(slip, viewer, told, model);
  }

  /** One of which nobody can tell whose it is: kept at once, settled later. */
  private String keep(Slip slip, Viewer viewer, RedirectAttributes told, Model model) {
    SlipReader reader = new SlipReader(slip);
    Optional<SlipReader.Cover> cover = reader.coverAlone(office.zone());
    if (cover.isEmpty()) {
      return wrong(slip, reader.faults(), model);
    }
    SlipReader.Cover seen = cover.get();
    Stray stray =
        strays.keep(
            seen.channel(), seen.parcel(), seen.received(), slip.at("words"), viewer.name());
    photos.attach(slip.at(COVER), stray.number(), viewer.name());
    told.addFlashAttribute("kept", stray.number().value());
    return "redirect:/paper";
  }

  private Optional<Cover> photo(Slip slip) {
    return covers
        .find(slip.at(COVER))
        .or(
            () ->
                Parcels.number(slip.at(STRAY))
                    .flatMap(number -> covers.of(number).stream().findFirst()));
  }

  private Optional<Stray> stray(Slip slip) {
    return Parcels.number(slip.at(STRAY)).flatMap(known::find);
  }

  /** A parcel that also holds what another unit sent. */
  private Optional<PaperRecord> like(Slip slip) {
    return Parcels.number(slip.at("like")).flatMap(records::paper);
  }

  private String register(Slip slip, Viewer viewer, RedirectAttributes told, Model model) {
    SlipReader reader = new SlipReader(slip);
    Optional<PaperDesk.Registration> parcel =
        reader.read(new SlipReader.Office(calls, units, office.zone()), viewer.name());
    if (parcel.isEmpty()) {
      return wrong(slip, reader.faults(), model);
    }
    try {
      PaperRecord paper =
          stray(slip).isPresent()
              ? strays.register(stray(slip).get().number(), parcel.get(), viewer.name())
              : desk.register(parcel.get(), viewer.name());
      photos.attach(slip.at(COVER), paper.number(), viewer.name());
      told.addFlashAttribute("done", Done.of(paper, desk.filed(paper)));
      told.addAttribute("call", paper.call().value());
      told.addAttribute("carrier", paper.parcel().carrier());
      return "redirect:/paper/new";
    } catch (Refusal refused) {
      Map<String, Fault> fault = new LinkedHashMap<>();
      String field = refused.field().replace("parcel.", "");
      fault.put(field, new Fault(field, refused.chinese(), refused.english()));
      return wrong(slip, fault, model);
    }
  }

  private String wrong(Slip slip, Map<String, Fault> faults, Model model) {
    return form(slip, faults, faults.keySet().iterator().next(), model);
  }

  /**
   * @param focus the field to begin with; empty leaves the focus where it is
   */
  private String form(Slip slip, Map<String, Fault> faults, String focus, Model model) {
    model.addAttribute("slip", slip);
    model.addAttribute("faults", faults);
    model.addAttribute("cover", photo(slip).orElse(null));
    model.addAttribute("focus", focus);
    model.addAttribute("calls", calls.live());
    model.addAttribute("sheet", SlipReader.call(slip, calls).map(Sheet::of).orElse(null));
    model.addAttribute("units", Registered.like(slip.at("unit"), units));
    return "paper-form";
  }

  /** Units for the list under the field, while it is typed in. */
  @GetMapping("/paper/units")
  String like(@RequestParam(defaultValue = "") String unit, Model model) {
    model.addAttribute("units", Registered.like(unit, units));
    return "paper-form :: units";
  }
}
