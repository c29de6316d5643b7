package cn.baosong.core.call;

import java.util.Set;

/**
 * A compiled condition over the form's own field names: the port to the expression engine (FEEL,
 * decisions.md 20).
 *
 * <p>Pure and safe for use by several threads.
 */
public interface Condition {
  /** The expression as its author wrote it. */
  String text();

  /** Form fields that the expression reads. */
  Set<String> fields();

  /** True or false only when every fact that matters could be read. */
  Truth test(FormData facts);
}
