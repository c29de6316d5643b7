package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.dossier.Keying;
import cn.baosong.core.dossier.Keyings;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.core.dossier.Scan;
import cn.baosong.desk.Act;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The mail room's scans, and how each finds its dossier. */
interface ScansContract {
  Act ACT = Act.byMachine(Act.Kind.PAPER_SCANNED);

  StoreFixture store();

  @Test
  default void findsTheDossierByItsNumberWhicheverCameFirst() {
    Scan early = Samples.scan("a", Samples.dossierNumber(1).value());
    store().scans().save(early, ACT);
    assertThat(store().scans().matching(10)).isEmpty();
    assertThat(store().scans().waiting(10)).containsExactly(early);

    filed(1, "key", Samples.UNIT);
    assertThat(store().scans().matching(10)).containsExactly(early.matched(Samples.UNIT));

    store().scans().save(early.matched(Samples.UNIT), ACT);
    assertThat(store().scans().waiting(10)).isEmpty();
    assertThat(store().scans().matching(10)).isEmpty();
    assertThat(store().scans().ofUnit(Samples.CALL, Samples.UNIT))
        .containsExactly(early.matched(Samples.UNIT));
  }

  @Test
  default void findsADraftByThePersonItIsAbout() {
    Scan draft = Samples.scan("a", reference("110"));
    store().scans().save(draft, ACT);
    filed(1, "another", Samples.UNIT);
    assertThat(store().scans().matching(10)).isEmpty();

    filed(2, "110", Samples.UNIT);
    assertThat(store().scans().matching(10)).containsExactly(draft.matched(Samples.UNIT));
  }

  @Test
  default void leavesADraftToAPersonWhoseCandidateTwoUnitsRecommend() {
    store().scans().save(Samples.scan("a", reference("110")), ACT);
    filed(1, "110", Samples.UNIT);
    filed(2, "110", new UnitCode("11999999MB00000023"));
    assertThat(store().scans().matching(10)).isEmpty();
  }

  @Test
  default void keepsWhatWasReadAndWhatPeopleTypedOffIt() {
    Scan matched = Samples.scan("a", Samples.dossierNumber(1).value()).matched(Samples.UNIT);
    store().scans().save(matched.read(PaperReading.WAITING), ACT);
    assertThat(store().scans().keying(10)).isEmpty();

    Scan read =
        matched
            .read(PaperReading.keyIn("未安装"))
            .keyed(new Keyings(List.of(new Keying("a", Instant.EPOCH, Map.of("姓名", "张三"))), true));
    store().scans().save(read, ACT);
    assertThat(store().scans().keying(10)).containsExactly(read);
    assertThat(store().scans().find(read.id())).contains(read);

    store().scans().save(read.keyed(new Keyings(List.of(), false)), ACT);
    assertThat(store().scans().keying(10)).isEmpty();
  }

  @Test
  default void readsAgainAfterARestartWhatWasBegunAndNotEnded() throws IOException {
    Scan waiting =
        Samples.scan("a", Samples.dossierNumber(1).value())
            .matched(Samples.UNIT)
            .read(PaperReading.WAITING);
    store().scans().save(waiting, ACT);
    assertThat(store().claim("reading")).hasSize(1);
    assertThat(store().claim("reading")).isEmpty();
    // the office ended in the midst of it; the next one finds the row and its count of tries
    new Leases(store().jdbc()).endAll();
    assertThat(store().claim("reading"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("tries")).isEqualTo(2));

    store().scans().save(waiting.read(PaperReading.keyIn("多次未能读完")), ACT);
    new Leases(store().jdbc()).endAll();
    assertThat(store().claim("reading")).isEmpty();
  }

  @Test
  default void leavesAScanWithoutACodeToAPerson() {
    store().scans().save(Samples.scan("a", ""), ACT);
    filed(1, "110", Samples.UNIT);
    assertThat(store().scans().matching(10)).isEmpty();
    assertThat(store().scans().waiting(10)).hasSize(1);
  }

  @Test
  default void letsASettledScanWaitNoMore() {
    Scan nobodys = Samples.scan("a", "");
    store().scans().save(nobodys, ACT);
    Scan settled = nobodys.ended(new Scan.Ended(StoreFixture.NOW, "clerk1", "空白页"));
    store().scans().save(settled, ACT);
    assertThat(store().scans().waiting(10)).isEmpty();
    assertThat(store().scans().find("a")).contains(settled);
  }

  @Test
  default void readsEachListOfScansByAnIndex() {
    Map<String, java.util.function.Consumer<SqlScans>> lists =
        Map.of(
            "scan_waiting",
            scans -> scans.waiting(10),
            "scan_of_unit",
            scans -> scans.ofUnit(Samples.CALL, Samples.UNIT),
            "scan_to_read",
            scans -> scans.keying(10));
    lists.forEach(
        (index, asks) ->
            assertThat(Plans.of(store(), jdbc -> asks.accept(scans(jdbc))))
                .contains(index)
                .doesNotContain("tablescan", "seq scan"));
    assertThat(Plans.of(store(), jdbc -> scans(jdbc).matching(10)))
        .contains("scan_waiting")
        .doesNotContain("tablescan", "seq scan");
  }

  private SqlScans scans(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
    return new SqlScans(new Book(jdbc, store().manager(), store().mapper, store().clock));
  }

  private void filed(int serial, String key, UnitCode unit) {
    if (store().submissions().find(Samples.number(1)).isEmpty()) {
      store().submissions().save(Samples.submission(1), ACT);
    }
    store().dossiers().save(Samples.dossier(serial, 1, key, unit), ACT);
    store()
        .dossiers()
        .save(Samples.in(Samples.dossier(serial, 1, key, unit), DossierState.IN_REVIEW), ACT);
  }

  private static String reference(String key) {
    return Fingerprint.draft(new cn.baosong.core.dossier.Candidate("张三", key, "")).orElseThrow();
  }
}
