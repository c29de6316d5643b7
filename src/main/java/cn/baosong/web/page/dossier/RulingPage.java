package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.StaleRecord;
import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a clerk decides, having looked at the letter that it comes to. */
@Controller
class RulingPage {
  private final Opened opened;
  private final RulingDesk desk;
  private final DossierPage page;
  private final MessageSource words;

  RulingPage(Opened opened, RulingDesk desk, DossierPage page, MessageSource words) {
    this.opened = opened;
    this.desk = desk;
    this.page = page;
    this.words = words;
  }

  @PostMapping(path = "/dossiers/{publicId}/rulings", params = "preview")
  String preview(
      @PathVariable String publicId,
      RulingForm form,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response) {
    Dossier dossier = opened.by(publicId, viewer);
    Said said =
        tried(
            form,
            () ->
                model.addAttribute(
                    "preview",
                    desk.preview(dossier.number(), form.by(viewer.name()), form.seen())));
    return again(publicId, form, said, viewer, model, response);
  }

  @PostMapping("/dossiers/{publicId}/rulings")
  String rule(
      @PathVariable String publicId,
      RulingForm form,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told) {
    Dossier dossier = opened.by(publicId, viewer);
    AtomicBoolean awaits = new AtomicBoolean();
    Said said =
        tried(
            form,
            () ->
                awaits.set(
                    desk.rule(dossier.number(), form.by(viewer.name()), form.seen())
                        .awaiting()
                        .isPresent()));
    if (!said.isNothing()) {
      return again(publicId, form, said, viewer, model, response);
    }
    told.addFlashAttribute("done", awaits.get() ? "dossier.proposed" : "dossier.ruled");
    return "redirect:/dossiers/" + publicId;
  }

  /**
   * Why a ruling was not entered.
   *
   * @param wrong by field, in both languages
   * @param conflict whether it could be entered, but not as the dossier stands now
   */
  private record Said(Map<String, Words> wrong, boolean conflict) {
    boolean isNothing() {
      return wrong.isEmpty();
    }
  }

  private record Words(String chinese, String english) {}

  private Said tried(RulingForm form, Runnable act) {
    Map<String, Words> wrong = new LinkedHashMap<>();
    form.missing().forEach((field, key) -> wrong.put(field, words(key)));
    if (!wrong.isEmpty()) {
      return new Said(wrong, false);
    }
    try {
      act.run();
      return new Said(wrong, false);
    } catch (Refusal refusal) {
      wrong.put(refusal.field(), new Words(refusal.chinese(), refusal.english()));
      return new Said(wrong, refusal.kind() == Refusal.Kind.CONFLICT);
    } catch (StaleRecord other) {
      wrong.put("expectedVersion", words("dossier.stale"));
      return new Said(wrong, true);
    }
  }

  private Words words(String key) {
    return new Words(
        words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE),
        words.getMessage(key, null, Locale.ENGLISH));
  }

  /** The page as it stands now, with what was typed and what is wrong with it. */
  private String again(
      String publicId,
      RulingForm form,
      Said said,
      Viewer viewer,
      Model model,
      HttpServletResponse response) {
    if (!said.isNothing()) {
      HttpStatus status = said.conflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
      response.setStatus(status.value());
    }
    model.addAttribute("wrong", said.wrong());
    model.addAttribute("conflict", said.conflict());
    return page.show(publicId, form, viewer, model);
  }
}
