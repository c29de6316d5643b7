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
            + " 正由另一个报送进程写着：先停下那一个；另一个收件处要有自己的 baosong.home 和数据库。"
            + " It is being written by another process: stop that one first; another office needs"
            + " a baosong.home and a database of its own.");
  }
}
