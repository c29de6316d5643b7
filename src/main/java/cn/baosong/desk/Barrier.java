package cn.baosong.desk;

/** What must be durable before anything leaves the house (decisions.md 5). */
public interface Barrier {
  /**
   * Returns once every act committed before the call is numbered, chained and on disk in the
   * journal. Many callers share one fsync.
   *
   * @throws NotDurable when they are not; the source keeps its copy and nothing leaves
   */
  void await() throws InterruptedException;
}
