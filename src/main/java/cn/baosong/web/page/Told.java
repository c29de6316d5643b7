package cn.baosong.web.page;

import cn.baosong.desk.Refusal;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a page says at its top after an act, once. */
public final class Told {
  private Told() {}

  /**
   * @param key in {@code messages}
   */
  public static void done(RedirectAttributes next, String key) {
    next.addFlashAttribute("done", key);
  }

  /** In the reader's language, what could not be done and what to do instead. */
  public static void refused(RedirectAttributes next, Refusal refusal) {
    next.addFlashAttribute("refused", inTheirs(refusal.chinese(), refusal.english()));
  }

  public static String inTheirs(String chinese, String english) {
    boolean theirs =
        Locale.CHINESE.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage());
    return theirs ? chinese : english;
  }
}
