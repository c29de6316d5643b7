package cn.baosong.camel.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a listing.
 *
 * @param name as its bytes are, carried as Latin-1
 * @param size in bytes; -1 where the server does not say
 * @param modified as the server says; a sender may set it
 */
record Entry(String name, Kind kind, long size, Optional<Instant> modified) {
  /** What it is. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /** What a server says of one file when asked for it alone. */
  record Stat(long size, Optional<Instant> modified) {}

  /**
   * A listing.
   *
   * @param cut whether there was more than was read
   * @param unread lines that nobody understands
   */
  record Listing(List<Entry> entries, boolean cut, int unread) {
    Listing {
      entries = List.copyOf(entries);
    }
  }
}
