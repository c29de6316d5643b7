package cn.baosong.web.page;

import cn.baosong.core.submission.SourceName;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What says when something came, in the words of whoever reads. */
@Component("sources")
public final class Sources {
  private final MessageSource words;

  Sources(MessageSource words) {
    this.words = words;
  }

  /** The source itself where there are no words for it. */
  public String read(String source) {
    SourceName named = SourceName.of(source);
    Object[] by = {named.by().orElse("")};
    String told =
        words.getMessage("source." + named.name(), by, "", LocaleContextHolder.getLocale());
    return told == null || told.isEmpty() ? source : told;
  }
}
