package cn.baosong.web.page.paper;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Covers;
import cn.baosong.desk.Filters;
import cn.baosong.desk.KeyedDates;
import cn.baosong.desk.KeyingDesk;
import cn.baosong.desk.Originals;
import cn.baosong.desk.Page;
import cn.baosong.desk.PaperDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Scans;
import cn.baosong.desk.Strays;
import cn.baosong.desk.Units;
import cn.baosong.desk.Window;
import cn.baosong.web.Viewer;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Cursor;
import cn.baosong.web.page.Told;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 纸质登记: the register of parcels, and what a second person is still to look at. */
@Controller
class PaperList {
  private static final int SHOWN = 50;

  private final Records records;
  private final PaperDesk desk;
  private final Calls calls;
  private final Units units;
  private final WebOffice office;
  private final Scans scans;
  private final Covers covers;
  private final Originals originals;
  private final KeyingDesk keying;
  private final Strays strays;

  PaperList(
      Records records,
      PaperDesk desk,
      Calls calls,
      Units units,
      WebOffice office,
      Scans scans,
      Covers covers,
      Originals originals,
      KeyingDesk keying,
      Strays strays) {
    this.covers = covers;
    this.strays = strays;
    this.records = records;
    this.desk = desk;
    this.calls = calls;
    this.units = units;
    this.office = office;
    this.originals = originals;
    this.scans = scans;
    this.keying = keying;
  }

  /** What the list is narrowed to, as the form of filters carries it. */
  public record Asked(
      @Nullable String call,
      @Nullable String unit,
      @Nullable String day,
      @Nullable String awaiting) {
    boolean isAwaiting() {
      return "true".equals(awaiting);
    }

    boolean isAny() {
      return isAwaiting() || isSet(call) || isSet(unit) || isSet(day);
    }

    private static boolean isSet(@Nullable String text) {
      return text != null && !text.isBlank();
    }
  }

  @GetMapping("/paper")
  String list(
      Asked asked,
      @RequestParam(required = false) @Nullable String cursor,
      @AuthenticationPrincipal Viewer viewer,
      Model model) {
    Filters.OfPapers filter =
        new Filters.OfPapers(
            text(asked.call()).flatMap(PaperList::call),
            text(asked.unit()).flatMap(this::unit),
            text(asked.day()).flatMap(KeyedDates::day).map(this::whole),
            asked.isAwaiting());
    Page<PaperRecord> page =
        records.papers(filter, new Window(SHOWN, Cursor.read(Optional.ofNullable(cursor))));
    PaperLines lines = new PaperLines(calls, units, office, originals);
    model.addAttribute("asked", asked);
    model.addAttribute("narrowed", asked.isAny());
    model.addAttribute("lines", lines.lines(page.items(), desk, viewer));
    model.addAttribute("next", page.next().map(Cursor::write).orElse(null));
    model.addAttribute("scans", asked.isAny() ? List.of() : scans.waiting(SHOWN));
    model.addAttribute("strays", asked.isAny() ? List.of() : strays.waiting(SHOWN));
    model.addAttribute("covers", asked.isAny() ? List.of() : covers.waiting(SHOWN));
    model.addAttribute("keying", keying.open(SHOWN).stream().map(this::open).toList());
    model.addAttribute("calls", calls.live());
    model.addAttribute("units", Registered.like(asked.unit() == null ? "" : asked.unit(), units));
    model.addAttribute("keys", viewer.is(Role.CLERK) || viewer.is(Role.MAIL_ROOM));
    return "paper";
  }

  /** A paper that another person is still to type. */
  public record Open(String publicId, String number, int times) {}

  private Open open(Dossier dossier) {
    return new Open(
        dossier.publicId(), dossier.number().value(), keying.of(dossier).entries().size());
  }

  @PostMapping("/paper/confirm")
  String confirm(
      @RequestParam String number,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    try {
      PaperRecord paper =
          records
              .paper(new PaperNumber(number))
              .orElseThrow(() -> Refusal.notFound("", "没有这件邮件。", "There is no such parcel."));
      desk.confirm(paper, viewer.name());
      told.addFlashAttribute("confirmed", number);
    } catch (IllegalArgumentException noNumber) {
      throw Refusal.notFound("", "没有这件邮件。", "There is no such parcel.");
    } catch (Refusal refused) {
      Told.refused(told, refused);
    }
    told.addAttribute("awaiting", true);
    return "redirect:/paper";
  }

  /** What no unit goes by finds nothing. */
  private Optional<UnitCode> unit(String typed) {
    return Optional.of(
        Registered.unit(typed, units).map(u -> u.code()).orElse(new UnitCode("UNKNOWN")));
  }

  private static Optional<CallId> call(String written) {
    try {
      return Optional.of(new CallId(written));
    } catch (IllegalArgumentException strange) {
      return Optional.empty();
    }
  }

  private Filters.Span whole(LocalDate day) {
    return new Filters.Span(
        day.atStartOfDay(office.zone()).toInstant(),
        day.plusDays(1).atStartOfDay(office.zone()).toInstant());
  }

  private static Optional<String> text(@Nullable String written) {
    return Optional.ofNullable(written).map(String::strip).filter(t -> !t.isEmpty());
  }
}
