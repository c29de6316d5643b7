package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.reader.archive.OpenedArchive;
import cn.baosong.reader.bag.Bags;
import java.io.IOException;
import java.util.List;

/** Where a bag is not what its manifests say: each file is named, for the unit to send again. */
final class BagDefects {
  private BagDefects() {}

  static List<Defect> of(OpenedArchive archive, ReadingWatch watch) throws IOException {
    if (!Bags.isBag(archive)) {
      return List.of();
    }
    return Bags.check(archive, watch::goesOn).faults().stream()
        .map(
            fault ->
                new Defect(
                    FindingCode.MATERIAL_INVALID.name(), fault.path(), fault.chinese(), false))
        .toList();
  }
}
