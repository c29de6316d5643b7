package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Digest;
import cn.baosong.desk.Accounts;
import cn.baosong.desk.Accounts.Account;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Accounts.Token;
import cn.baosong.desk.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may log in. */
interface AccountsContract {
  StoreFixture store();

  Act CHANGED = new Act(Act.Kind.ACCOUNT_CHANGED, "admin", "新同事");
  Digest DIGEST = new Digest("0".repeat(64));

  private Account officer() {
    return new Account(
        "officer1", "$2a$hash", Set.of(Role.OFFICER), Set.of("zhuanji", "zhijian"), false, false);
  }

  private Account found() {
    return store().accounts().find("officer1").orElseThrow();
  }

  @Test
  default void keepsAnAccountAndNeverTellsItsPasswordToTheJournal() {
    store().accounts().save(officer(), CHANGED);
    assertThat(found()).isEqualTo(officer());
    assertThat(store().accounts().all()).containsExactly(officer());
    assertThat(store().jdbc().sql("select doc from event").query(String.class).list())
        .singleElement()
        .asString()
        .contains("zhuanji")
        .doesNotContain("hash");
  }

  @Test
  default void locksAnAccountWhenTooManyLogInsFailInSuccession() {
    store().accounts().save(officer(), CHANGED);
    for (int i = 1; i < Accounts.TRIES; i++) {
      store().accounts().failed("officer1");
    }
    store().accounts().succeeded("officer1");
    store().accounts().failed("officer1");
    store().accounts().failed("nobody");
    assertThat(found().locked()).isFalse();
    for (int i = 1; i < Accounts.TRIES; i++) {
      store().accounts().failed("officer1");
    }
    assertThat(found().locked()).isTrue();
    store().accounts().save(officer(), CHANGED);
    assertThat(found().locked()).isFalse();
  }

  @Test
  default void opensToATokenUntilItExpiresOrIsRevoked() {
    store().accounts().save(officer(), CHANGED);
    Instant created = Instant.parse("2020-01-01T00:00:00Z");
    Token token = new Token("t1", "officer1", DIGEST, "脚本", created, Optional.empty());
    Digest other = new Digest("1".repeat(64));
    Token expired =
        new Token("t2", "officer1", other, "旧脚本", created, Optional.of(created.plusSeconds(60)));
    store().accounts().issue(token, CHANGED);
    store().accounts().issue(expired, CHANGED);
    assertThat(store().accounts().byToken(DIGEST)).contains(officer());
    assertThat(store().accounts().byToken(other)).isEmpty();
    assertThat(store().accounts().tokens("officer1")).isEqualTo(List.of(token, expired));
    assertThat(store().accounts().revoke("someone", "t1", CHANGED)).isFalse();
    assertThat(store().accounts().revoke("officer1", "t1", CHANGED)).isTrue();
    assertThat(store().accounts().byToken(DIGEST)).isEmpty();
  }
}
