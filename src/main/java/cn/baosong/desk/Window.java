package cn.baosong.desk;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit items at most, 1 to {@value #MOST}
 * @param after the place that the part begins behind
 * @param before the place that the part ends in front of; with neither it is the first part
 */
public record Window(int limit, Optional<Place> after, Optional<Place> before) {
  public static final int MOST = 500;

  public Window {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page holds 1 to " + MOST + " items");
    }
    if (after.isPresent() && before.isPresent()) {
      throw new IllegalArgumentException("a page begins at one place");
    }
  }

  public Window(int limit, Optional<Place> after) {
    this(limit, after, Optional.empty());
  }

  public static Window first(int limit) {
    return new Window(limit, Optional.empty());
  }

  /** The items that stand directly in front of a place. */
  public static Window before(int limit, Place place) {
    return new Window(limit, Optional.empty(), Optional.of(place));
  }
}
