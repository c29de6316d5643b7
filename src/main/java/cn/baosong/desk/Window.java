package cn.baosong.desk;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit items at most, 1 to {@value #MOST}
 * @param after the place that the part begins behind; empty for the first part
 */
public record Window(int limit, Optional<Place> after) {
  public static final int MOST = 500;

  public Window {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page holds 1 to " + MOST + " items");
    }
  }

  public static Window first(int limit) {
    return new Window(limit, Optional.empty());
  }
}
