package cn.baosong.reader.ocr;

import cn.baosong.desk.CellReader.Text;
import java.util.ArrayList;
import java.util.List;

/** Tesseract's table of words, put together into one text a picture. */
final class ReadTable {
  private static final int COLUMNS = 12;
  private static final int LEVEL = 0;
  private static final int PAGE = 1;
  private static final int CONFIDENCE = 10;
  private static final int WORD = 11;
  private static final String WORDS = "5";

  private final StringBuilder text = new StringBuilder();
  private double weighed;
  private int letters;

  private ReadTable() {}

  static List<Text> of(String table, int pictures) {
    List<ReadTable> read = new ArrayList<>();
    for (int i = 0; i < pictures; i++) {
      read.add(new ReadTable());
    }
    table
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(row -> row.length >= COLUMNS && row[LEVEL].equals(WORDS))
        .forEach(row -> enter(row, read));
    return read.stream().map(ReadTable::text).toList();
  }

  private static void enter(String[] row, List<ReadTable> read) {
    try {
      int page = Integer.parseInt(row[PAGE]);
      if (page >= 1 && page <= read.size()) {
        read.get(page - 1).word(row[WORD].strip(), Double.parseDouble(row[CONFIDENCE]));
      }
    } catch (NumberFormatException noWord) {
      // a line of words that says neither page nor confidence is no word
    }
  }

  private void word(String word, double confidence) {
    if (word.isEmpty()) {
      return;
    }
    boolean parted =
        text.length() > 0 && isLatin(text.charAt(text.length() - 1)) && isLatin(word.charAt(0));
    text.append(parted ? " " : "").append(word);
    int length = word.codePointCount(0, word.length());
    weighed += length * Math.max(0, confidence);
    letters += length;
  }

  private static boolean isLatin(char c) {
    return c < 0x2000;
  }

  private Text text() {
    double confidence = letters == 0 ? 0 : Math.round(weighed / letters) / 100.0;
    return new Text(text.toString(), confidence);
  }
}
