package cn.baosong.web.page.dossier;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.RulingDesk;
import cn.baosong.desk.StaleRecord;
import cn.baosong.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a second person confirms a ruling or declines it, having seen what it rests on. */
@Controller
class SecondPage {
  private static final String CONFIRM = "confirm";

  private final Opened opened;
  private final RulingDesk desk;
  private final DossierPage page;

  SecondPage(Opened opened, RulingDesk desk, DossierPage page) {
    this.opened = opened;
    this.desk = desk;
    this.page = page;
  }

  @PostMapping("/dossiers/{publicId}/rulings/{id}/confirmation")
  String answer(
      @PathVariable String publicId,
      @PathVariable String id,
      Answer answer,
      @AuthenticationPrincipal Viewer viewer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told) {
    Dossier dossier = opened.by(publicId, viewer);
    Optional<String> wrong = tried(() -> answer(dossier, id, answer, viewer));
    if (wrong.isPresent()) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("secondwrong", wrong.get());
      model.addAttribute("secondreason", answer.words());
      return page.show(publicId, RulingForm.EMPTY, viewer, model);
    }
    told.addFlashAttribute("done", answer.agrees() ? "dossier.second.done" : "dossier.second.no");
    return "redirect:/dossiers/" + publicId;
  }

  /**
   * What the second person says.
   *
   * @param answer {@code confirm} or {@code decline}
   */
  record Answer(@Nullable String answer, @Nullable String reason) {
    boolean agrees() {
      return CONFIRM.equals(answer);
    }

    String words() {
      return reason == null ? "" : reason.strip();
    }
  }

  private void answer(Dossier dossier, String id, Answer answer, Viewer viewer) {
    if (answer.agrees()) {
      desk.confirm(dossier.number(), id, viewer.name());
    } else {
      desk.decline(dossier.number(), id, viewer.name(), answer.words());
    }
  }

  private static Optional<String> tried(Runnable act) {
    boolean chinese =
        LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
    try {
      act.run();
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(chinese ? refusal.chinese() : refusal.english());
    } catch (StaleRecord other) {
      return Optional.of(
          chinese ? "他人刚刚改动了本卷，请看过变化再决定。" : "Someone else has just changed it. Look again.");
    }
  }
}
