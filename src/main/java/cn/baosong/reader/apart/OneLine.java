package cn.baosong.reader.apart;

/** Text that a sender's file may have shaped, made fit for one line of a log. */
final class OneLine {
  private static final int SHOWN = 500;

  private OneLine() {}

  static String of(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().limit(SHOWN).forEach(c -> line.appendCodePoint(isPlain(c) ? c : 0xFFFD));
    return line.toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
