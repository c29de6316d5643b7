package cn.baosong.print;

import cn.baosong.core.call.FormLayout;
import cn.baosong.core.submission.PageMark;
import java.io.IOException;
import java.io.StringReader;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;

/** The words of a printed form that no notice gives. */
final class FormWords {
  private static final String RESOURCE = "/cn/baosong/print/form.properties";
  private static final int GROUP = 4;

  private final Properties words = new Properties();

  static FormWords load() throws IOException {
    FormWords loaded = new FormWords();
    loaded.words.load(new StringReader(PdfPages.text(RESOURCE)));
    return loaded;
  }

  String title(FormLayout layout) {
    return layout.title().isBlank() ? word("title") : layout.title();
  }

  List<String> signatures(FormLayout layout) {
    return layout.signatures().isEmpty()
        ? List.of(word("signature"), word("seal"))
        : layout.signatures();
  }

  String date() {
    return word("date");
  }

  String note() {
    return word("note");
  }

  /**
   * What stands beside the code, for people. The first is a label of its own, so that a reader of
   * text does not take it for the end of the field before.
   */
  List<String> beside(PageMark mark) {
    return List.of(
        word("reference", mark.reference()),
        word("call", mark.call().value()),
        word("page", mark.page(), mark.pages()),
        word("digest", mark.digest().replaceAll("(.{" + GROUP + "})(?=.)", "$1-")));
  }

  private String word(String key, Object... facts) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no word for " + key);
    }
    return facts.length == 0 ? text : MessageFormat.format(text, facts);
  }
}
