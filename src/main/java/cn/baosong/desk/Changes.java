package cn.baosong.desk;

/** Whether the record has changed since somebody looked. */
public interface Changes {
  /** Number of the last act that is on disk; a later look that finds the same saw no change. */
  long latest();

  /**
   * Has somebody told each time that it changed; whoever is told must return at once, and may be
   * told by any thread.
   */
  default void whenChanged(Runnable told) {}
}
