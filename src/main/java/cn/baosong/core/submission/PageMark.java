package cn.baosong.core.submission;

import cn.baosong.core.call.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the QR code on a page of a printed form says (登记表页码二维码). It holds only the characters of the
 * alphanumeric mode, so that the code stays small and survives a bad copier. It is no seal: anyone
 * may print one.
 *
 * @param reference number of the dossier, or {@code CG-…} where it has none yet
 * @param page from 1
 * @param pages how many the form has
 * @param digest of the data that were printed
 * @param fields marks of the compared fields, each of its name and normal form
 */
public record PageMark(
    CallId call, String reference, int page, int pages, String digest, List<String> fields) {
  /** Length of a digest: 80 bits in Base32. */
  public static final int DIGEST = 16;

  /** Length of a field's mark: 20 bits in Base32. */
  public static final int FIELD = 4;

  private static final Pattern SHAPE =
      Pattern.compile(
          "BS1/([A-Z0-9-]{1,63})/([A-Z]{2}-[A-Z0-9-]{4,20})/([0-9]{1,3})/([0-9]{1,3})/([A-Z2-7]{16})/"
              + "((?:[A-Z2-7]{4}){0,40})");

  public PageMark {
    fields = List.copyOf(fields);
  }

  /** As it stands in the code. */
  public String text() {
    return String.join(
        "/",
        "BS1",
        call.value().toUpperCase(Locale.ROOT),
        reference,
        String.valueOf(page),
        String.valueOf(pages),
        digest,
        String.join("", fields));
  }

  /** Reads a code; empty when it is another's, or not whole. */
  public static Optional<PageMark> read(String text) {
    Matcher said = SHAPE.matcher(text.strip());
    if (!said.matches() || said.group(1).startsWith("-")) {
      return Optional.empty();
    }
    int page = Integer.parseInt(said.group(3));
    int pages = Integer.parseInt(said.group(4));
    if (page < 1 || page > pages) {
      return Optional.empty();
    }
    CallId call = new CallId(said.group(1).toLowerCase(Locale.ROOT));
    return Optional.of(
        new PageMark(call, said.group(2), page, pages, said.group(5), cut(said.group(6))));
  }

  private static List<String> cut(String marks) {
    List<String> fields = new ArrayList<>();
    for (int at = 0; at < marks.length(); at += FIELD) {
      fields.add(marks.substring(at, at + FIELD));
    }
    return fields;
  }
}
