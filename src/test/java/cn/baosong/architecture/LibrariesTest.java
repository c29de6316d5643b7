package cn.baosong.architecture;

import cn.baosong.architecture.offender.camel.Carrier;
import cn.baosong.architecture.offender.core.call.ReadsItself;
import cn.baosong.architecture.offender.desk.TellsTime;
import cn.baosong.architecture.offender.store.Table;
import cn.baosong.architecture.offender.web.AsksTheDatabase;
import cn.baosong.architecture.offender.web.StartsARoute;
import org.junit.jupiter.api.Test;

class LibrariesTest {
  @Test
  void coreAndDeskArePlainJava() {
    House.keeps(Libraries::coreAndDeskArePlainJava);
  }

  @Test
  void catchesACallThatParsesItself() {
    House.catches(ReadsItself.class, Libraries::coreAndDeskArePlainJava);
  }

  @Test
  void takesArraysForPlainJava() {
    House.spares(TellsTime.class, Libraries::coreAndDeskArePlainJava);
  }

  @Test
  void camelStaysInItsRoom() {
    House.keeps(Libraries::camelStaysInItsRoom);
  }

  @Test
  void catchesAPageThatStartsARoute() {
    House.catches(StartsARoute.class, Libraries::camelStaysInItsRoom);
    House.spares(Carrier.class, Libraries::camelStaysInItsRoom);
  }

  @Test
  void sqlStaysInTheStore() {
    House.keeps(Libraries::sqlStaysInTheStore);
  }

  @Test
  void catchesAPageThatAsksTheDatabase() {
    House.catches(AsksTheDatabase.class, Libraries::sqlStaysInTheStore);
    House.spares(Table.class, Libraries::sqlStaysInTheStore);
  }

  @Test
  void jsonStaysAtTheEdge() {
    House.keeps(Libraries::jsonStaysAtTheEdge);
  }

  @Test
  void catchesJsonInTheCore() {
    House.catches(ReadsItself.class, Libraries::jsonStaysAtTheEdge);
  }
}
