package cn.baosong.config;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Throws away connections to an embedded database that has closed itself, as H2 does when its disk
 * is full: the next connection opens it again, and the office goes on once there is room.
 */
public final class ClosedDatabase implements SQLExceptionOverride {
  /** H2: DATABASE_IS_CLOSED; its SQL state is none of those by which a pool knows a lost server. */
  private static final int CLOSED = 90098;

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return failure.getErrorCode() == CLOSED ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
