package cn.baosong.desk;

import java.util.Optional;

/**
 * Whether the office can keep what it would fetch. While it is closed, what waits stays with its
 * source: there it is safe, and its time is kept.
 */
public interface Intake {
  /** Why nothing is taken in now, in Chinese for the clerk; empty while the office is open. */
  Optional<String> closed();
}
