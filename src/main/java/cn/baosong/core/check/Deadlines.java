package cn.baosong.core.check;

import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Part;
import cn.baosong.core.submission.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which deadline binds a unit and a channel. */
final class Deadlines {
  private Deadlines() {}

  /**
   * The deadline of a part: the one that names the kind and the channel before one that names
   * neither. Where a scan stands for the paper, the paper's deadline binds whatever the channel.
   */
  static Optional<DeadlineReading> binding(Part part, Channel channel, UnitCase facts) {
    List<Deadline> ofPart =
        facts.call().deadlines().stream().filter(d -> d.part() == part).toList();
    return ofPart.stream()
        .filter(d -> d.binds(facts.unitKind(), channel.code()))
        .max(Comparator.comparingInt(Deadlines::precision))
        .or(
            () ->
                ofPart.stream().filter(d -> part == Part.PAPER && bindsKind(d, facts)).findFirst())
        .map(d -> DeadlineReading.of(d, facts));
  }

  /** Every deadline that binds the unit, by whatever channel it delivers. */
  static List<Deadline> ofUnit(UnitCase facts) {
    return facts.call().deadlines().stream().filter(d -> bindsKind(d, facts)).toList();
  }

  private static boolean bindsKind(Deadline deadline, UnitCase facts) {
    return deadline.unitKinds().isEmpty() || deadline.unitKinds().contains(facts.unitKind());
  }

  private static int precision(Deadline deadline) {
    return (deadline.unitKinds().isEmpty() ? 0 : 2) + (deadline.channels().isEmpty() ? 0 : 1);
  }
}
