package cn.baosong.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;

/** That the office goes on with a new connection is shown by src/it/drills/disk-full.sh. */
class ClosedDatabaseTest {
  @Test
  void givesUpAConnectionWhoseDatabaseClosedItselfForWantOfRoom() {
    SQLException closed = new SQLException("closed", "90098", ErrorCode.DATABASE_IS_CLOSED);
    assertThat(new ClosedDatabase().adjudicate(closed)).isEqualTo(Override.MUST_EVICT);
  }

  @Test
  void keepsAConnectionThatMerelyRefusedAStatement() {
    SQLException duplicate = new SQLException("twice", "23505", ErrorCode.DUPLICATE_KEY_1);
    assertThat(new ClosedDatabase().adjudicate(duplicate)).isEqualTo(Override.CONTINUE_EVICT);
  }
}
