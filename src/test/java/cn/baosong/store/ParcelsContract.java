package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.Original.Move;
import cn.baosong.core.dossier.Original.Step;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.PaperRecord.Ending;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.dossier.Stray;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Document;
import cn.baosong.desk.Act;
import cn.baosong.desk.StaleRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Parcels that left, originals in custody, and parcels that nobody announced. */
interface ParcelsContract {
  Act DONE = new Act(Act.Kind.ORIGINAL_MOVED, "clerk1", "");

  StoreFixture store();

  private SqlOriginals originals() {
    return new SqlOriginals(store().book());
  }

  private SqlStrays strays() {
    return new SqlStrays(store().book());
  }

  @Test
  default void bearsOnNoCaseOnceItWentToAnotherOffice() {
    PaperRecord paper = Samples.paper(1);
    store().papers().save(paper, DONE);
    assertThat(store().papers().ofUnit(paper.call(), paper.unit())).containsExactly(paper);

    Ending gone = new Ending(Ending.Kind.FORWARDED, StoreFixture.NOW, "clerk1", "示例市人社局", "");
    store().papers().save(paper.ended(gone), DONE);
    assertThat(store().papers().ofUnit(paper.call(), paper.unit())).isEmpty();
  }

  @Test
  default void letsNobodyWriteOverAnEntryOfTheCustodyLogUnseen() {
    store().papers().save(Samples.paper(1), DONE);
    Original kept = original();
    originals().save(kept, DONE);
    originals().save(kept.with(move(Step.LENT)), DONE);

    assertThatThrownBy(() -> originals().save(kept.with(move(Step.RETURNED)), DONE))
        .isInstanceOf(StaleRecord.class);
    assertThat(originals().of(kept.parcel()))
        .extracting(Original::state)
        .containsExactly(Original.State.LENT);
    assertThat(originals().out(10)).hasSize(1);
  }

  @Test
  default void keepsAParcelNobodyAnnouncedUntilItIsSettledOnce() {
    Stray stray = stray();
    strays().save(stray, DONE);
    assertThat(strays().waiting(10)).containsExactly(stray);

    Stray settled =
        stray.ended(
            new Stray.Ending(Stray.Outcome.FORWARDED, StoreFixture.NOW, "clerk1", "示例市人社局"));
    strays().save(settled, DONE);
    assertThat(strays().waiting(10)).isEmpty();
    assertThat(strays().find(stray.number())).contains(settled);
    assertThatThrownBy(() -> strays().save(settled, DONE)).isInstanceOf(StaleRecord.class);
  }

  @Test
  default void readsOriginalsAndStraysByAnIndex() {
    PaperNumber parcel = Samples.paper(1).number();
    assertThat(Plans.of(store(), jdbc -> new SqlOriginals(book(jdbc)).of(parcel)))
        .doesNotContain("tablescan", "seq scan");
    assertThat(Plans.of(store(), jdbc -> new SqlOriginals(book(jdbc)).out(10)))
        .contains("original_by_state")
        .doesNotContain("tablescan", "seq scan");
    assertThat(Plans.of(store(), jdbc -> new SqlStrays(book(jdbc)).waiting(10)))
        .contains("stray_by_state")
        .doesNotContain("tablescan", "seq scan");
  }

  /** Where an original is, and what a cover showed, outlives the database. */
  @Test
  default void rebuildsFromTheJournalWhatTheMailRoomHolds() throws Exception {
    PaperRecord paper = Samples.paper(1);
    Original lent = original().with(move(Step.LENT));
    Cover photo = photo().of(paper.number());
    Scan settled = Samples.scan("s9", "").ended(new Scan.Ended(StoreFixture.NOW, "clerk1", "空白页"));
    try (Journal journal = store().journal()) {
      store().papers().save(paper, DONE);
      originals().save(original(), DONE);
      originals().save(lent, DONE);
      new SqlCovers(store().book()).save(photo(), DONE);
      new SqlCovers(store().book()).save(photo, DONE);
      strays().save(stray(), DONE);
      store().scans().save(Samples.scan("s9", ""), DONE);
      store().scans().save(settled, DONE);
      journal.await();
    }
    store().freshDatabase();
    store().journal().close();
    assertThat(originals().of(paper.number())).containsExactly(lent);
    assertThat(originals().out(10)).containsExactly(lent);
    assertThat(new SqlCovers(store().book()).of(paper.number())).containsExactly(photo);
    assertThat(strays().waiting(10)).containsExactly(stray());
    assertThat(store().scans().find("s9")).contains(settled);
    assertThat(store().scans().waiting(10)).isEmpty();
    try (SqlNumbers numbers = new SqlNumbers(store().jdbc(), store().manager())) {
      assertThat(numbers.nextPaper(2020)).isEqualTo(Samples.paper(3).number());
    }
  }

  private static Cover photo() {
    return new Cover(
        "c1",
        new Document("封面.jpg", 10, Samples.digest(9), Optional.empty()),
        Cover.Kind.JPEG,
        "",
        Optional.empty(),
        Optional.empty(),
        "clerk1",
        StoreFixture.NOW);
  }

  private Book book(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
    return new Book(jdbc, store().manager(), store().mapper, store().clock);
  }

  private static Original original() {
    PaperRecord paper = Samples.paper(1);
    return new Original(
        paper.number() + "-001",
        paper.number(),
        paper.call(),
        paper.unit(),
        "张三",
        "材料原件",
        1,
        List.of(move(Step.TAKEN_IN)),
        1);
  }

  private static Move move(Step step) {
    return new Move(step, StoreFixture.NOW, "clerk1", "三号柜", "");
  }

  private static Stray stray() {
    return new Stray(
        Samples.paper(2).number(),
        Channel.POST,
        Samples.paper(2).parcel(),
        StoreFixture.NOW,
        "clerk1",
        "内有材料",
        Optional.empty(),
        1);
  }
}
