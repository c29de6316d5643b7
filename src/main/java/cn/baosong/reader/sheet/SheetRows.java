package cn.baosong.reader.sheet;

import cn.baosong.reader.sheet.Numbers.Reading;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** One worksheet, cell by cell, into a grid. Formulas are not read, only the values saved. */
final class SheetRows extends XmlPart {
  private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");

  private final Workbook workbook;
  private final Grid grid;
  private final StringBuilder value = new StringBuilder();
  private int row;
  private int column;
  private String type = "n";
  private int style;
  private boolean formula;
  private boolean inValue;
  private int phonetic;

  SheetRows(Workbook workbook, Grid grid) {
    this.workbook = workbook;
    this.grid = grid;
  }

  /** What cells need from the rest of the workbook. */
  record Workbook(SharedTexts texts, CellFormats formats, boolean since1904) {}

  @Override
  void start(String element, Attributes attributes) {
    switch (element) {
      case "row" -> {
        int stated = CellFormats.number(attributes, "r");
        row = stated > 0 ? stated : row + 1;
        column = -1;
      }
      case "c" -> startCell(attributes);
      case "f" -> formula = true;
      case "rPh" -> phonetic++;
      case "v", "t" -> inValue = phonetic == 0;
      default -> {}
    }
  }

  private void startCell(Attributes attributes) {
    String reference = attributes.getValue("r");
    Matcher matcher = REFERENCE.matcher(reference == null ? "" : reference);
    column = matcher.matches() ? columnNumber(matcher.group(1)) : column + 1;
    String stated = attributes.getValue("t");
    type = stated == null ? "n" : stated;
    style = Math.max(0, CellFormats.number(attributes, "s"));
    formula = false;
    value.setLength(0);
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws Stop {
    switch (localName) {
      case "v", "t" -> inValue = false;
      case "rPh" -> phonetic--;
      case "c" -> endCell();
      default -> {}
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (inValue) {
      value.append(chars, start, length);
    }
  }

  private void endCell() throws Stop {
    Reading reading = reading(value.toString());
    try {
      grid.put(row, column, reading.text(), reading.trouble());
    } catch (Unreadable tooLarge) {
      throw new Stop(tooLarge);
    }
  }

  private Reading reading(String raw) {
    if (raw.isEmpty()) {
      return new Reading("", formula ? Optional.of(Trouble.NOT_CALCULATED) : Optional.empty());
    }
    return switch (type) {
      case "s" -> text(sharedText(raw));
      case "n" -> number(raw);
      case "e" -> new Reading(raw, Optional.of(Trouble.ERROR_VALUE));
      case "d" -> text(raw.replaceFirst("T.*$", ""));
      default -> text(raw);
    };
  }

  private static Reading text(String text) {
    return new Reading(text, Optional.empty());
  }

  private String sharedText(String index) {
    return index.matches("[0-9]{1,9}")
        ? workbook.texts().at(Integer.parseInt(index)).orElse("")
        : "";
  }

  private Reading number(String raw) {
    double number;
    try {
      number = Double.parseDouble(raw);
    } catch (NumberFormatException notANumber) {
      return text(raw);
    }
    return workbook
        .formats()
        .dateFormat(style)
        .flatMap(format -> Numbers.date(number, format, workbook.since1904()))
        .map(SheetRows::text)
        .orElseGet(() -> Numbers.plain(number));
  }

  private static int columnNumber(String letters) {
    int number = 0;
    for (char c : letters.toCharArray()) {
      number = number * 26 + c - 'A' + 1;
    }
    return number - 1;
  }
}
