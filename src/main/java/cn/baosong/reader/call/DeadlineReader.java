package cn.baosong.reader.call;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Part;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
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
    return root.list("deadlines").stream().map(this::deadline).toList();
  }

  private Deadline deadline(Entry entry) {
    kinds.check(entry, "units");
    Optional<OffsetDateTime> opens = entry.parsed("opens", OffsetDateTime::parse);
    LocalDate date = entry.date("date").orElse(LocalDate.EPOCH);
    if (opens.isPresent() && opens.get().toLocalDate().isAfter(date)) {
      entry.at("opens").fault("开始接收晚于截止日", "opens after it closes");
    }
    return new Deadline(
        entry.choice("part", Part.class, Part.PAPER),
        date,
        entry.flag("inferred", false),
        entry.parsed("time", LocalTime::parse),
        opens,
        entry.set("units"),
        entry.set("channels"),
        basis(entry),
        truths(entry, "dayInclusive", true),
        truths(entry, "rollForward", false),
        entry.flag("decisive", true),
        entry.clause("clause"));
  }

  private Set<Basis> basis(Entry entry) {
    if (entry.at("basis").isPresent()) {
      return Set.of(entry.choice("basis", Basis.class, Basis.RECEIPT));
    }
    Set<Basis> read = EnumSet.noneOf(Basis.class);
    for (String reading : inPlay("deadline.basis")) {
      read.add(reading.equals("POSTMARK") ? Basis.POSTMARK : Basis.RECEIPT);
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
