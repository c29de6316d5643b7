package cn.baosong.core.dossier;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Hides identity numbers wherever text of a sender is shown (domain.md 7.1). */
public final class Masking {
  /** Long runs of digits, and identity numbers typed in groups. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9０-９])(?:[0-9０-９]{14,40}[XxＸｘХ×]?"
              + "|[0-9０-９]{6}[ 　][0-9０-９]{8}[ 　][0-9０-９]{3}[ 　]?[0-9０-９XxＸｘ])(?![0-9０-９])");

  private static final int HEAD = 3;
  private static final int TAIL = 4;

  private Masking() {}

  /** The text with only the first three and last four characters of each such number. */
  public static String text(String foreign) {
    return NUMBER.matcher(foreign).replaceAll(Masking::stars);
  }

  private static String stars(MatchResult hit) {
    String number = hit.group();
    return number.substring(0, HEAD)
        + "*".repeat(number.length() - HEAD - TAIL)
        + number.substring(number.length() - TAIL);
  }
}
