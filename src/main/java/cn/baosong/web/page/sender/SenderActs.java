package cn.baosong.web.page.sender;

import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.SenderDesk;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Units;
import cn.baosong.web.Viewer;
import cn.baosong.web.api.SenderShow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a clerk finds of an address; what cannot be done is told where it was asked. */
@Controller
class SenderActs {
  private final SenderDesk desk;
  private final SenderPages pages;
  private final SenderShow show;
  private final Records records;
  private final Units units;
  private final MessageSource words;

  SenderActs(
      SenderDesk desk,
      SenderPages pages,
      SenderShow show,
      Records records,
      Units units,
      MessageSource words) {
    this.desk = desk;
    this.pages = pages;
    this.show = show;
    this.records = records;
    this.units = units;
    this.words = words;
  }

  /** 认定并放行. */
  @PostMapping("/senders/bind")
  String bind(
      @ModelAttribute SenderForm form,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      RedirectAttributes told) {
    Map<String, String> faults = new LinkedHashMap<>();
    Optional<Unit> unit = form.named().flatMap(this::unit);
    Optional<String> reason =
        SenderForm.said(form.reason()).or(() -> unit.flatMap(u -> suggested(form, u)));
    if (unit.isEmpty()) {
      faults.put(
          "unit", word(form.named().isPresent() ? "senders.wrong.unknown" : "senders.wrong.unit"));
    }
    if (reason.isEmpty()) {
      faults.put("reason", word("senders.wrong.reason"));
    }
    if (faults.isEmpty()) {
      try {
        told.addFlashAttribute(
            "bound",
            desk.bind(
                new SenderDesk.Finding(
                    SenderForm.said(form.address()).orElse(""),
                    unit.orElseThrow().code(),
                    reason.orElseThrow(),
                    form.readAt(),
                    form.failedToo()),
                viewer.name()));
        told.addFlashAttribute("address", form.address());
        return "redirect:/senders";
      } catch (Refusal refusal) {
        faults.put(refusal.field(), inTheirs(refusal));
      } catch (StaleRecord lost) {
        faults.put("address", word("senders.wrong.stale"));
      }
    }
    return pages.waiting(form, faults, viewer, model);
  }

  /** 不是报送. */
  @PostMapping("/senders/dismiss")
  String dismiss(
      @ModelAttribute SenderForm form,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    try {
      List<SubmissionNumber> closed =
          desk.dismiss(
              SenderForm.said(form.address()).orElse(""),
              SenderForm.said(form.reason()).orElse(""),
              form.readAt(),
              viewer.name());
      told.addFlashAttribute("dismissed", closed);
    } catch (Refusal refusal) {
      told.addFlashAttribute("refused", inTheirs(refusal));
    } catch (StaleRecord lost) {
      told.addFlashAttribute("refused", word("senders.wrong.stale"));
    }
    return "redirect:/senders";
  }

  /** 收回. */
  @PostMapping("/senders/{id}/end")
  String takeBack(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    try {
      desk.takeBack(id, reason, viewer.name());
      told.addFlashAttribute("done", "senders.ended");
    } catch (Refusal refusal) {
      told.addFlashAttribute("refused", inTheirs(refusal));
    } catch (StaleRecord lost) {
      told.addFlashAttribute("refused", word("senders.wrong.stale"));
    }
    return "redirect:/senders/known";
  }

  /** 已阅: words that bring nothing are settled by one click. */
  @PostMapping("/submissions/{publicId}/read")
  String read(
      @PathVariable String publicId,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    try {
      desk.read(number(publicId), viewer.name());
      told.addFlashAttribute("cleared", "READ");
    } catch (Refusal refusal) {
      told.addFlashAttribute("refused", inTheirs(refusal));
    } catch (StaleRecord lost) {
      told.addFlashAttribute("refused", word("senders.wrong.stale"));
    }
    return "redirect:/submissions/" + publicId;
  }

  private SubmissionNumber number(String publicId) {
    return records
        .submissionByPublicId(publicId)
        .orElseThrow(() -> Refusal.notFound("", "没有这份报送。", "There is no such submission."))
        .number();
  }

  /** 恢复: a mail that was found to be no delivery waits again. */
  @PostMapping("/submissions/{publicId}/restore")
  String restore(
      @PathVariable String publicId,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Viewer viewer,
      RedirectAttributes told) {
    try {
      desk.restore(number(publicId), reason, viewer.name());
      told.addFlashAttribute("cleared", "RESTORED");
    } catch (Refusal refusal) {
      told.addFlashAttribute("refused", inTheirs(refusal));
    }
    return "redirect:/submissions/" + publicId;
  }

  /** Why the page itself proposed the unit; empty where it did not. */
  private Optional<String> suggested(SenderForm form, Unit unit) {
    return show.suggestions(Sender.key(SenderForm.said(form.address()).orElse(""))).stream()
        .filter(s -> s.unit().equals(unit.code().value()))
        .findFirst()
        .map(
            s ->
                s.reasons().entrySet().stream()
                    .map(why -> word("senders.why." + why.getKey(), why.getValue()))
                    .collect(Collectors.joining("；")))
        .map(why -> word("senders.reasonwords", why));
  }

  private Optional<Unit> unit(String typed) {
    return units.all().stream()
        .filter(u -> u.code().value().equals(typed))
        .findFirst()
        .or(() -> units.match(typed));
  }

  private String word(String key, Object... said) {
    return words.getMessage(key, said, LocaleContextHolder.getLocale());
  }

  private static String inTheirs(Refusal refusal) {
    return LocaleContextHolder.getLocale().getLanguage().equals("zh")
        ? refusal.chinese()
        : refusal.english();
  }
}
