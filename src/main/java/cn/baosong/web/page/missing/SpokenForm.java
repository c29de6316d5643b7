package cn.baosong.web.page.missing;

import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is typed; kept when it cannot be entered yet.
 *
 * @param at day and time, as the browser writes them; empty: now
 * @param with whom of the unit
 */
public record SpokenForm(@Nullable String at, @Nullable String with, @Nullable String words) {
  static final SpokenForm EMPTY = new SpokenForm(null, null, null);
}
