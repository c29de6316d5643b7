package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Season;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stored season as a replay reads it. */
interface SeasonContract {
  UnitCode OTHER = new UnitCode("U-OTHER");

  StoreFixture store();

  @Test
  default void goesThroughTheUnitsOfACallByTheirCodes() {
    file();
    Season season = season();
    assertThat(season.dossiers(Samples.CALL)).isEqualTo(3);
    assertThat(season.dossiers(new CallId("another"))).isZero();
    List<UnitCode> first = season.unitsAfter(Samples.CALL, Optional.empty(), 1);
    assertThat(first).containsExactly(Samples.UNIT);
    assertThat(season.unitsAfter(Samples.CALL, Optional.of(Samples.UNIT), 1))
        .containsExactly(OTHER);
    assertThat(season.unitsAfter(Samples.CALL, Optional.of(OTHER), 1)).isEmpty();
  }

  @Test
  default void givesEachUnitItsOwnWithEveryDecisionAndWhoStandsElsewhere() {
    file();
    Map<UnitCode, Season.Kept> kept =
        season().of(Samples.CALL, List.of(Samples.UNIT, OTHER, new UnitCode("U-NOBODY")));
    assertThat(kept).containsOnlyKeys(Samples.UNIT, OTHER);
    Season.Kept own = Objects.requireNonNull(kept.get(Samples.UNIT));
    assertThat(own.dossiers())
        .extracting(d -> d.number().value())
        .containsExactly("RX-2020-000001", "RX-2020-000002");
    assertThat(own.submissions()).hasSize(1);
    assertThat(own.papers())
        .singleElement()
        .satisfies(p -> assertThat(p.registered()).isEqualTo(StoreFixture.NOW));
    assertThat(own.history().get(Samples.dossierNumber(1)))
        .extracting("id")
        .containsExactly("a", "b");
    assertThat(own.history()).doesNotContainKey(Samples.dossierNumber(2));
    assertThat(own.elsewhere()).containsOnlyKeys("P-2").containsValue(StoreFixture.NOW);
    Season.Kept other = Objects.requireNonNull(kept.get(OTHER));
    assertThat(other.elsewhere()).containsOnlyKeys("P-2");
    assertThat(other.papers()).isEmpty();
  }

  private void file() {
    Act act = Act.byMachine(Act.Kind.DOSSIER_FILED);
    store().submissions().save(Samples.read(1, Samples.digest(1)), act);
    store().dossiers().save(Samples.dossier(1, 1, "P-1"), act);
    store().dossiers().save(Samples.dossier(2, 1, "P-2"), act);
    store().dossiers().save(Samples.dossier(3, 1, "P-2", OTHER), act);
    store().dossiers().decide(Samples.decision("a", 1, DossierState.IN_REVIEW), act);
    store().dossiers().decide(Samples.decision("b", 1, DossierState.ACCEPTED), act);
    store().papers().save(Samples.paper(1), act);
  }

  private Season season() {
    return new SqlSeason(store().jdbc(), store().mapper);
  }
}
