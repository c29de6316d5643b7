package cn.baosong.core.dossier;

import cn.baosong.core.call.ComparedField.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a cell beside what the electronic form says. Text alone does not show where a cell ends, so
 * a difference is only told where no other reading of the same text explains it: what stays unclear
 * was not read.
 */
record FormReading(Kind kind, String electronic, FieldDifferences differences) {
  private static final Pattern TICKS = Pattern.compile("[□☐■☑☒√✓✔○●◯]");
  private static final Pattern NUMBER_PART = Pattern.compile("[0-9]+[0-9Xx]?");

  /** The value of one cell; empty when it cannot be told what the paper says. */
  Optional<String> value(FormCell cell) {
    List<String> whole = cell.wholeLines();
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> agreeing =
        whole.stream().flatMap(t -> shaped(t).stream()).filter(this::agrees).findFirst();
    return agreeing.isPresent() ? agreeing : differing(cell, whole);
  }

  /** Whether two values say the same, however they are written. */
  boolean isSame(String one, String other) {
    return switch (differences.compare(kind, one, other).difference()) {
      case EQUAL, COSMETIC -> true;
      case PRECISION, SUSPECT, MATERIAL, IDENTITY -> false;
    };
  }

  private Optional<String> differing(FormCell cell, List<String> whole) {
    boolean isCutElsewhere = leading(whole.get(whole.size() - 1), this::agrees).isPresent();
    return isCutElsewhere || !cell.certain() || isTicked(whole.get(0))
        ? Optional.empty()
        : shaped(whole.get(0));
  }

  /** Dates and numbers show by their shape where they end. */
  private Optional<String> shaped(String text) {
    return switch (kind) {
      case DATE -> leading(text, part -> PartialDate.parse(part).isPresent());
      case IDENTITY_NUMBER -> number(text);
      case NAME, PHONE, DOCUMENT_NUMBER, UNIT, TEXT, NUMBER, CHOICE -> Optional.of(text);
    };
  }

  private static Optional<String> number(String text) {
    String first = text.split(" ", 2)[0];
    if (NUMBER_PART.matcher(first).matches()) {
      return leading(text, t -> NUMBER_PART.matcher(t.replace(" ", "")).matches());
    }
    return Optional.of(first).filter(t -> t.matches("[0-9A-Za-z()-]+"));
  }

  /** The longest beginning, ending before a blank or a bracket, that passes. */
  private static Optional<String> leading(String text, Predicate<String> passes) {
    for (int end = text.length(); end > 0; end--) {
      boolean isEnd = end == text.length() || text.charAt(end) == ' ' || text.charAt(end) == '(';
      String part = text.substring(0, end).strip();
      if (isEnd && passes.test(part)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** A form that prints all the choices says nothing to a reader of text (男☑ 女□). */
  private boolean isTicked(String text) {
    return kind != Kind.NAME && TICKS.matcher(text).find();
  }

  private boolean agrees(String text) {
    return isSame(text, electronic);
  }
}
