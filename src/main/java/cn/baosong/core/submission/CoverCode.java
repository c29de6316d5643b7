package cn.baosong.core.submission;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code on a cover sheet (封面单), which says whose a parcel is before it is opened: call, unit
 * and, where the electronic half was first, its number. It names and proves nothing.
 *
 * @param reference number of the submission; empty where the sheet is the unit's for the whole call
 */
public record CoverCode(CallId call, UnitCode unit, String reference) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "BSF1/([A-Za-z0-9][A-Za-z0-9-]{0,62})/([^/\\s]{1,64})/(-|[A-Z]{2}-[0-9-]{6,20})");

  /** As it stands in the code. */
  public String text() {
    return String.join(
        "/",
        "BSF1",
        call.value().toUpperCase(Locale.ROOT),
        unit.value(),
        reference.isEmpty() ? "-" : reference);
  }

  /** Reads a code; empty when it is another's. */
  public static Optional<CoverCode> read(String text) {
    Matcher said = SHAPE.matcher(text.strip());
    return said.matches()
        ? Optional.of(
            new CoverCode(
                new CallId(said.group(1).toLowerCase(Locale.ROOT)),
                new UnitCode(said.group(2)),
                said.group(3).equals("-") ? "" : said.group(3)))
        : Optional.empty();
  }
}
