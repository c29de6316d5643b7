package cn.baosong.core.submission;

import java.text.Normalizer;

/**
 * Folds text so that one mark is written in one way only: NFKC, traditional forms, one kind of
 * asterisk, nothing invisible, and runs of blanks as one blank or one line break.
 */
final class MarkingFold {
  /** Blank, line break, or none. */
  private int waiting;

  void append(int c, StringBuilder out) {
    if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF)) {
      one(c, out);
    } else {
      Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
          .codePoints()
          .forEach(folded -> one(folded, out));
    }
  }

  private void one(int c, StringBuilder out) {
    switch (Character.getType(c)) {
      case Character.CONTROL -> blank(c == '\t' ? ' ' : isBreak(c) ? '\n' : 0);
      case Character.SPACE_SEPARATOR -> blank(' ');
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> blank('\n');
      case Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK -> {}
      default -> seen(c, out);
    }
  }

  private void seen(int c, StringBuilder out) {
    if (isFiller(c)) {
      return;
    }
    if (waiting != 0) {
      out.append((char) waiting);
      waiting = 0;
    }
    out.appendCodePoint(plain(c));
  }

  private void blank(int kind) {
    waiting = waiting == '\n' || kind == 0 ? waiting : kind;
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85;
  }

  /** Letters by their category, and yet nothing is printed. */
  private static boolean isFiller(int c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0x2800;
  }

  private static int plain(int c) {
    return switch (c) {
      case '絕', '絶' -> '绝';
      case '機' -> '机';
      case '祕' -> '秘';
      case '級' -> '级';
      case '長' -> '长';
      case '啟', '啓' -> '启';
      case '個' -> '个';
      case '開' -> '开';
      case '國' -> '国';
      case '業' -> '业';
      case '術' -> '术';
      case '∗', '⁎', '✱', '✲', '✳' -> '*';
      // five-pointed stars; the private ones are those of the Wingdings font
      case '☆', '✩', '⭐', '⭑', '⭒', '✪', '✫', '✬', '✭', '✮', '✯', '✰', '⋆', 0x1F31F -> '★';
      case 0xF0AB, 0xF0B6 -> '★';
      default -> c;
    };
  }
}
