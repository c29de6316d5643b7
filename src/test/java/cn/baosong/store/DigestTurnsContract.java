package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The digest of a day is written by one process of those that share the database. */
interface DigestTurnsContract {
  StoreFixture store();

  LocalDate DAY = LocalDate.of(2020, 3, 16);
  String OPERATOR = "ops@example.org";

  @Test
  default void givesTheDigestOfADayToOneOfTwoProcesses() {
    SqlDigestTurns one = new SqlDigestTurns(store().jdbc());
    SqlDigestTurns other = new SqlDigestTurns(store().jdbc());
    assertThat(one.take(DAY, OPERATOR)).isTrue();
    assertThat(other.take(DAY, OPERATOR)).isFalse();
    assertThat(other.take(DAY, "duty@example.org")).as("another's").isTrue();
    assertThat(other.take(DAY.plusDays(1), OPERATOR)).as("another day").isTrue();
    one.giveBack(DAY, OPERATOR);
    assertThat(other.take(DAY, OPERATOR)).as("nothing left").isTrue();
    store().jdbc().sql("update digest_turn set lease_until = current_timestamp").update();
    assertThat(one.take(DAY, OPERATOR)).as("of a dead process").isTrue();
  }
}
