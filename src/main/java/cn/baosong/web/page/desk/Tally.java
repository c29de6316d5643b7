package cn.baosong.web.page.desk;

import cn.baosong.web.page.Menu;

/**
 * A count that leads to its rows, to exactly these.
 *
 * @param key of its name in {@code messages}
 * @param more whether there are more, which were not counted
 */
public record Tally(Menu room, String key, String href, long count, boolean more) {
  static Tally of(Menu room, String key, String href, long count) {
    return new Tally(room, key, href, count, false);
  }

  /** For a script, and for whoever tests it. */
  public String id() {
    return "tally-" + href.replaceAll("[^A-Za-z0-9-]+", "-");
  }
}
