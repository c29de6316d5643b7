package cn.baosong.reader.call;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Opening;
import cn.baosong.core.call.Part;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deadlines with every reading that is in play: printed on the deadline, or left to an option. */
final class DeadlineReader {
  private final Entry root;
  private final List<Ambiguity> ambiguities;
  private final KindCheck kinds;

  DeadlineReader(Entry root, List<Ambiguity> ambiguities, KindCheck kinds) {
    this.root = root;
    this.ambiguities = ambiguities;
    this.kinds = kinds;
  }

  List<Deadline> read() {
    List<Deadline> read = root.list("deadlines").stream().map(this::deadline).toList();
    for (Part part : Part.values()) {
      Overlaps.tell(root.list("deadlines"), read, d -> d.part() == part, Deadline::scope);
    }
    return read;
  }

  private Deadline deadline(Entry entry) {
    kinds.check(entry, "units");
    Optional<Opening> opens = entry.parsed("opens", Opening::parse);
    EndOfDay end = EndOfDay.of(entry);
    if (entry.at("opens").isPresent() && opens.isEmpty()) {
      entry.at("opens").fault("没有这一天或这一时刻", "no such day or time");
    }
    if (opens.filter(o -> !o.local().isBefore(end.moment())).isPresent()) {
      entry.at("opens").fault("开始接收晚于截止", "opens after it closes");
    }
    return new Deadline(
        entry.choice("part", Part.class, Part.PAPER),
        end.day(),
        entry.flag("inferred", false),
        end.time(),
        opens,
        entry.set("units"),
        entry.set("channels"),
        basis(entry),
        end.isStated() ? Set.of(true) : truths(entry, "dayInclusive", true),
        truths(entry, "rollForward", false),
        entry.flag("decisive", true),
        entry.clause("clause"));
  }

  private Set<Basis> basis(Entry entry) {
    if (entry.at("basis").isPresent()) {
      return Set.of(entry.choice("basis", Basis.class, Basis.RECEIPT));
    }
    Set<Basis> read = EnumSet.noneOf(Basis.class);
    for (Basis basis : Basis.values()) {
      if (inPlay("deadline.basis").contains(basis.name())) {
        read.add(basis);
      }
    }
    if (read.isEmpty()) {
      entry.fault(
          "没有写明以邮戳还是以收到为准：请写 basis，或在 ambiguities 列出 deadline.basis",
          "state basis, or list the ambiguity deadline.basis");
      return Set.of(Basis.RECEIPT);
    }
    return read;
  }

  private Set<Boolean> truths(Entry entry, String name, boolean otherwise) {
    if (entry.at(name).isPresent()) {
      return Set.of(entry.flag(name, otherwise));
    }
    Set<Boolean> read = new LinkedHashSet<>();
    inPlay("deadline." + name).forEach(reading -> read.add(reading.equals("true")));
    return read.isEmpty() ? Set.of(otherwise) : read;
  }

  private List<String> inPlay(String key) {
    return ambiguities.stream()
        .filter(a -> a.key().equals(key))
        .findFirst()
        .map(Ambiguity::inPlay)
        .orElse(List.of());
  }
}
