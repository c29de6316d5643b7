package cn.baosong.reader.call;

import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;

/** A loader with the shipped tables. */
final class Loaders {
  private Loaders() {}

  static CallLoader loader() {
    ReferenceData tables = ReferenceData.bundled();
    return new CallLoader(
        new Conditions(
            new Lookups(tables.titles(), tables.degrees(), tables.skills(), tables.workingDays())));
  }
}
