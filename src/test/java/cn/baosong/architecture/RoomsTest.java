package cn.baosong.architecture;

import cn.baosong.architecture.offender.Stranger;
import cn.baosong.architecture.offender.attic.Forgotten;
import cn.baosong.architecture.offender.cli.CallsThePage;
import cn.baosong.architecture.offender.config.BuildsAll;
import cn.baosong.architecture.offender.core.call.KnowsItsLetter;
import cn.baosong.architecture.offender.core.notice.Wording;
import cn.baosong.architecture.offender.desk.ShowsAPage;
import cn.baosong.architecture.offender.json.KnowsItsRow;
import cn.baosong.architecture.offender.store.WritesJson;
import cn.baosong.architecture.offender.web.ReadsTheTable;
import org.junit.jupiter.api.Test;

class RoomsTest {
  @Test
  void importsPointInwards() {
    House.keeps(Rooms::importsPointInwards);
  }

  @Test
  void catchesADeskThatKnowsAPage() {
    House.catches(ShowsAPage.class, Rooms::importsPointInwards);
  }

  @Test
  void catchesAnEdgeThatKnowsAnotherEdge() {
    House.catches(ReadsTheTable.class, Rooms::importsPointInwards);
  }

  @Test
  void catchesACommandThatKnowsAPage() {
    House.catches(CallsThePage.class, Rooms::importsPointInwards);
  }

  @Test
  void letsAnEdgeWriteJsonButNotJsonKnowAnEdge() {
    House.spares(WritesJson.class, Rooms::importsPointInwards);
    House.catches(KnowsItsRow.class, Rooms::importsPointInwards);
  }

  @Test
  void letsTheBuilderOfTheHouseIntoEveryRoom() {
    House.spares(BuildsAll.class, Rooms::importsPointInwards);
  }

  @Test
  void insideTheCoreEachImportsOnlyWhatStandsBefore() {
    House.keeps(Rooms::coreImportsWhatStandsBefore);
  }

  @Test
  void catchesACallThatKnowsItsLetter() {
    House.catches(KnowsItsLetter.class, Rooms::coreImportsWhatStandsBefore);
  }

  @Test
  void letsALetterKnowItsCall() {
    House.spares(Wording.class, Rooms::coreImportsWhatStandsBefore);
  }

  @Test
  void everyRoomIsInThePlan() {
    House.keeps(Rooms::everyRoomIsInThePlan);
  }

  @Test
  void catchesARoomThatNobodyPlanned() {
    House.catches(Forgotten.class, Rooms::everyRoomIsInThePlan);
  }

  @Test
  void theRootHoldsTheApplicationOnly() {
    House.keeps(Rooms::theRootHoldsTheApplicationOnly);
  }

  @Test
  void catchesAStrangerBesideTheApplication() {
    House.catches(Stranger.class, Rooms::theRootHoldsTheApplicationOnly);
  }
}
