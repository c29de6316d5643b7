package bench;

import cn.baosong.core.dossier.FieldReading;
import java.text.Normalizer;

/** What came of reading the forms in one font. */
final class ReadCount {
  private final String font;
  private int forms;
  private int pages;
  private double seconds;
  private int fields;
  private int right;
  private int unsure;
  private int wrongButSure;
  private long letters;
  private long wrongLetters;
  private int told;
  private int toldUnsure;
  private int missed;

  ReadCount(String font) {
    this.font = font;
  }

  void took(double spent, int read) {
    forms++;
    seconds += spent;
    pages += read;
  }

  /**
   * @param same whether it was read as it was written
   */
  void field(FieldReading read, String written, boolean same) {
    fields++;
    if (same) {
      right++;
    } else if (read.isSure()) {
      wrongButSure++;
    } else {
      unsure++;
    }
    letters += plain(written).length();
    wrongLetters += distance(plain(written), plain(read.value()));
  }

  /**
   * @param asFiled whether what was read hides that the paper states something else
   */
  void altered(FieldReading read, boolean asFiled) {
    if (asFiled) {
      missed++;
    } else if (read.isSure()) {
      told++;
    } else {
      toldUnsure++;
    }
  }

  String name() {
    return "OCR, %d forms in %s".formatted(forms, font);
  }

  String pace() {
    return "%.2f s a page".formatted(seconds / Math.max(1, pages));
  }

  String found() {
    return "fields right %.1f %% (unsure %d, wrong but sure %d of %d), characters %.2f %%, altered: told %d, unsure %d, missed %d"
        .formatted(
            100.0 * right / Math.max(1, fields),
            unsure,
            wrongButSure,
            fields,
            100.0 * (letters - wrongLetters) / Math.max(1, letters),
            told,
            toldUnsure,
            missed);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  /** How many letters have to be put in, taken out or changed. */
  private static int distance(String one, String two) {
    int[] before = new int[two.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[two.length() + 1];
      now[0] = i;
      for (int j = 1; j <= two.length(); j++) {
        int other = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + other);
      }
      before = now;
    }
    return before[two.length()];
  }
}
