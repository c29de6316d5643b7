package cn.baosong.core.check;

import java.util.List;

/**
 * A pure function from stored facts to findings: it reads no file, no clock and no database, and
 * collects all.
 */
public interface Check {
  CheckName name();

  /** Everything this check finds in the case; the findings of earlier checks are there to read. */
  List<Finding> examine(Assessment soFar);
}
