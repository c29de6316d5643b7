package cn.baosong.web.page;

import cn.baosong.desk.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Cursors in the links of pages; a page that gets a strange one begins anew. */
public final class Cursor {
  private Cursor() {}

  public static String write(Place place) {
    return place.at() + "_" + place.id();
  }

  public static Optional<Place> read(Optional<String> written) {
    return written
        .map(w -> w.split("_", 2))
        .filter(parts -> parts.length == 2 && parts[1].length() <= 64)
        .flatMap(parts -> instant(parts[0]).map(at -> new Place(at, parts[1])));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException strange) {
      return Optional.empty();
    }
  }
}
