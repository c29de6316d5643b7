package cn.baosong.store;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of the office, which go forwards only. */
public final class Schema {
  private Schema() {}

  /**
   * Brings an older database up to date.
   *
   * @throws Newer when a newer office has changed it already; nothing is touched then
   */
  public static void migrate(Flyway flyway) {
    MigrationInfo[] all = flyway.info().all();
    Optional<MigrationVersion> newest =
        Arrays.stream(all)
            .filter(change -> change.getState() == MigrationState.FUTURE_SUCCESS)
            .map(MigrationInfo::getVersion)
            .reduce((one, other) -> one.compareTo(other) >= 0 ? one : other);
    if (newest.isPresent()) {
      throw new Newer(newest.get());
    }
    flyway.migrate();
  }

  /** The database was used by a newer office, whose records this one might not understand. */
  public static final class Newer extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Newer(MigrationVersion version) {
      super(
          "数据库已由更新的版本使用过（结构 V"
              + version
              + "），本程序较旧，不能启动；请换用新版程序，或恢复升级前的备份。"
              + " The database was used by a newer office (schema V"
              + version
              + "); start that version, or restore the backup made before the upgrade.");
    }
  }
}
