package cn.baosong.store;

/** What this process would write is being written by another; says so in both languages. */
public final class AnotherProcess extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * @param place of the journal or the database
   */
  public AnotherProcess(String place) {
    super(
        place
            + " 正由另一个报送进程写着：先停下那一个，或另设 baosong.home。"
            + " It is being written by another process: stop that one first, or set another"
            + " baosong.home.");
  }
}
