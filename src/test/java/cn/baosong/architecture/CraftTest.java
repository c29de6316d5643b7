package cn.baosong.architecture;

import cn.baosong.architecture.offender.core.call.PostmarkManager;
import cn.baosong.architecture.offender.store.Fillable;
import cn.baosong.architecture.offender.store.Table;
import cn.baosong.architecture.offender.web.InjectsItsDesk;
import cn.baosong.architecture.offender.web.KnowsItsContext;
import cn.baosong.architecture.offender.web.unmarked.Perhaps;
import cn.baosong.architecture.offender.web.util.Leftover;
import org.junit.jupiter.api.Test;

class CraftTest {
  @Test
  void namesSayWhatAThingIs() {
    House.keeps(Craft::namesSayWhatAThingIs);
  }

  @Test
  void catchesNamesThatSayNothing() {
    House.catches(PostmarkManager.class, Craft::namesSayWhatAThingIs);
    House.catches(PostmarkManager.DefaultPostmark.class, Craft::namesSayWhatAThingIs);
    House.catches(Leftover.class, Craft::namesSayWhatAThingIs);
    House.spares(Table.class, Craft::namesSayWhatAThingIs);
  }

  @Test
  void everyPackageIsNullMarked() {
    House.keeps(Craft::everyPackageIsNullMarked);
  }

  @Test
  void catchesAPackageThatIsNotNullMarked() {
    House.catches(Perhaps.class, Craft::everyPackageIsNullMarked);
    House.spares(Table.class, Craft::everyPackageIsNullMarked);
  }

  @Test
  void nothingHasSetters() {
    House.keeps(Craft::nothingHasSetters);
  }

  @Test
  void catchesASetter() {
    House.catches(Fillable.class, Craft::nothingHasSetters);
  }

  @Test
  void sparesTheSetterThatAFrameworkDemands() {
    House.spares(KnowsItsContext.class, Craft::nothingHasSetters);
  }

  @Test
  void fieldsAreNotInjected() {
    House.keeps(Craft::fieldsAreNotInjected);
  }

  @Test
  void catchesAnInjectedField() {
    House.catches(InjectsItsDesk.class, Craft::fieldsAreNotInjected);
  }
}
