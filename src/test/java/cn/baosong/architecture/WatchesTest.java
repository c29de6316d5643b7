package cn.baosong.architecture;

import cn.baosong.architecture.offender.config.BuildsAll;
import cn.baosong.architecture.offender.config.OfficeClock;
import cn.baosong.architecture.offender.desk.LooksAtTheWall;
import cn.baosong.architecture.offender.desk.PointsAtTheWall;
import cn.baosong.architecture.offender.desk.TellsTime;
import org.junit.jupiter.api.Test;

class WatchesTest {
  @Test
  void onlyTheClockLooksAtTheWall() {
    House.keeps(Watches::onlyTheClockLooksAtTheWall);
  }

  @Test
  void catchesADeskThatLooksAtTheWall() {
    House.catches(LooksAtTheWall.class, Watches::onlyTheClockLooksAtTheWall);
  }

  @Test
  void catchesAReferenceToTheWallToo() {
    House.catches(PointsAtTheWall.class, Watches::onlyTheClockLooksAtTheWall);
  }

  @Test
  void catchesTheBuilderToo() {
    House.catches(BuildsAll.class, Watches::onlyTheClockLooksAtTheWall);
  }

  @Test
  void sparesTheClockAndWhoeverAsksIt() {
    House.spares(OfficeClock.class, Watches::onlyTheClockLooksAtTheWall);
    House.spares(TellsTime.class, Watches::onlyTheClockLooksAtTheWall);
  }
}
