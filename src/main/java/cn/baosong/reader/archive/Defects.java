package cn.baosong.reader.archive;

import cn.baosong.reader.archive.Defect.Kind;
import cn.baosong.reader.archive.Defect.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects defects; twenty thousand bad names become a list that a person can read. */
final class Defects {
  private static final int TOLD_PER_FAULT = 50;

  private record Fault(Kind kind, Reach reach) {}

  private final List<Defect> told = new ArrayList<>();
  private final Map<Fault, Integer> seen = new LinkedHashMap<>();
  private final String packageName;

  Defects(String packageName) {
    this.packageName = packageName;
  }

  static Defect of(Kind kind, Reach reach, String entry, String chinese, String english) {
    String shown = Printable.of(entry);
    return new Defect(
        kind,
        reach,
        shown,
        "“" + shown + "”" + chinese + "。",
        "\"" + shown + "\" " + english + ".");
  }

  void add(Defect defect) {
    Fault fault = new Fault(defect.kind(), defect.reach());
    if (seen.merge(fault, 1, Integer::sum) <= TOLD_PER_FAULT) {
      told.add(defect);
    }
  }

  void entry(Kind kind, String entry, String chinese, String english) {
    add(of(kind, Reach.ENTRY, entry, chinese, english));
  }

  List<Defect> all() {
    List<Defect> all = new ArrayList<>(told);
    seen.forEach(
        (fault, count) -> {
          if (count > TOLD_PER_FAULT) {
            int more = count - TOLD_PER_FAULT;
            all.add(
                of(
                    fault.kind(),
                    fault.reach(),
                    packageName,
                    "另有 " + more + " 个文件有同类问题",
                    "has " + more + " more files with the same fault"));
          }
        });
    return all;
  }
}
