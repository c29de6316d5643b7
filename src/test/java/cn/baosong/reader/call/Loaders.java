package cn.baosong.reader.call;

import cn.baosong.core.check.Checks;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;
import java.time.ZoneId;

/** A loader with the shipped tables. */
public final class Loaders {
  private Loaders() {}

  static CaseRunner runner() {
    ReferenceData tables = ReferenceData.bundled();
    return new CaseRunner(
        new Checks(new FieldDifferences(tables.characterVariants())),
        tables.workingDays(),
        ZoneId.of("Asia/Shanghai"));
  }

  public static CallLoader loader() {
    ReferenceData tables = ReferenceData.bundled();
    return new CallLoader(
        new Conditions(
            new Lookups(tables.titles(), tables.degrees(), tables.skills(), tables.workingDays())));
  }
}
