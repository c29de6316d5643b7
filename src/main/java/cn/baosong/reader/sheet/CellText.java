package cn.baosong.reader.sheet;

import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what stands in a cell into what it says. */
final class CellText {
  /** 1.40202E+17: what Excel shows, and some programs save, for an identity number. */
  private static final Pattern EXPONENT =
      Pattern.compile("[+-]?\\d(\\.\\d+)?[Ee]\\+?(1[5-9]|2\\d)");

  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}\\u200B\\u2060\\uFEFF]+|[\\s\\p{Z}\\u200B\\u2060\\uFEFF]+$");

  private final SheetLimits limits;
  private final String file;
  private int cells;
  private long characters;

  CellText(SheetLimits limits, String file) {
    this.limits = limits;
    this.file = file;
  }

  /** Empty for a blank cell without trouble. */
  Optional<Cell> cell(String raw, Optional<Trouble> known, String place) throws Unreadable {
    String text = AROUND.matcher(raw).replaceAll("");
    if (text.isEmpty() && known.isEmpty()) {
      return Optional.empty();
    }
    characters += Math.min(text.length(), limits.maxText());
    // a workbook may name one long text in every cell
    if (++cells > limits.maxCells() || characters > limits.maxBytes()) {
      throw Unreadable.tooLarge(file);
    }
    if (text.length() > limits.maxText()) {
      String cut = text.substring(0, limits.maxText());
      return Optional.of(new Cell(cut, Optional.of(Trouble.CUT), place));
    }
    boolean ruined = known.isEmpty() && EXPONENT.matcher(text).matches();
    return Optional.of(new Cell(text, ruined ? Optional.of(Trouble.PRECISION_LOST) : known, place));
  }
}
