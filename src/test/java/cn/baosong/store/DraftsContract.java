package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Act;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.draft.Draft;
import cn.baosong.desk.draft.Draft.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Drafts of calls: one open of each call, and whole again from the journal. */
interface DraftsContract {
  Act DRAFTED = new Act(Act.Kind.CALL_DRAFTED, "甲", "试");

  StoreFixture store();

  @Test
  default void keepsTheOneOpenDraftOfACall() {
    Draft draft = draft("a");
    store().drafts().save(draft, DRAFTED);
    assertThat(store().drafts().open(Samples.CALL)).contains(draft);
    assertThat(store().drafts().open()).containsExactly(draft);
    assertThat(store().drafts().open(new CallId("another"))).isEmpty();
    assertThatThrownBy(() -> store().drafts().save(draft("b"), DRAFTED))
        .isInstanceOf(StaleRecord.class);

    store().drafts().save(in(draft, State.WITHDRAWN, 2), DRAFTED);
    assertThat(store().drafts().open()).isEmpty();
    store().drafts().save(draft("b"), DRAFTED);
    assertThat(store().drafts().open(Samples.CALL)).contains(draft("b"));
  }

  @Test
  default void refusesADraftThatSomebodyElseChangedBefore() {
    store().drafts().save(draft("a"), DRAFTED);
    store().drafts().save(in(draft("a"), State.SUBMITTED, 2), DRAFTED);
    assertThatThrownBy(() -> store().drafts().save(in(draft("a"), State.WITHDRAWN, 2), DRAFTED))
        .isInstanceOf(StaleRecord.class);
    assertThat(store().drafts().open(Samples.CALL)).map(Draft::state).contains(State.SUBMITTED);
  }

  @Test
  default void bringsDraftsBackFromTheJournal() throws Exception {
    Draft draft = in(draft("a"), State.PUBLISHING, 2);
    try (Journal journal = store().journal()) {
      store().drafts().save(draft("a"), DRAFTED);
      store().drafts().save(draft, DRAFTED);
      journal.await();
    }
    store().freshDatabase();
    try (Journal journal = store().journal()) {
      assertThat(store().drafts().open()).containsExactly(draft);
    }
  }

  private static Draft draft(String id) {
    return new Draft(
        id.repeat(36),
        Samples.CALL,
        State.OPEN,
        Map.of("call.yaml", "甲: 乙\n", "notices/RECEIPT.txt", ""),
        new Draft.Base(Optional.of(new CallVersion("0123456789abcdef")), Map.of("call.yaml", "00")),
        List.of("甲"),
        "试",
        StoreFixture.NOW,
        Optional.empty(),
        1);
  }

  private static Draft in(Draft draft, State state, int version) {
    return new Draft(
        draft.id(),
        draft.call(),
        state,
        draft.files(),
        draft.base(),
        draft.authors(),
        draft.reason(),
        draft.savedAt(),
        Optional.of(new Draft.Publication("乙", "同意", StoreFixture.NOW, new CallVersion("ff"))),
        version);
  }
}
