package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Part;
import cn.baosong.core.submission.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which deadline binds a unit and a channel. */
public final class Deadlines {
  private Deadlines() {}

  /**
   * The deadline of a part: the one that names the kind and the channel most precisely. Where a
   * scan stands for the paper, the paper's deadline binds whatever the channel: that of the post,
   * whose postmark the sending stands for, before any other.
   */
  public static Optional<Deadline> binding(Part part, Channel channel, Call call, String unitKind) {
    Optional<Deadline> named = call.deadlineFor(part, unitKind, channel.code());
    return part != Part.PAPER
        ? named
        : named
            .or(() -> call.deadlineFor(part, unitKind, Channel.POST.code()))
            .or(() -> of(part, call, unitKind).stream().findFirst());
  }

  static Optional<DeadlineReading> binding(Part part, Channel channel, UnitCase facts) {
    return binding(part, channel, facts.call(), facts.unitKind())
        .map(d -> DeadlineReading.of(d, facts));
  }

  /** Every deadline that binds the unit, by whatever channel it delivers. */
  static List<Deadline> ofUnit(UnitCase facts) {
    return ofKind(facts.call(), facts.unitKind());
  }

  /** Every deadline that binds units of a kind, by whatever channel they deliver. */
  static List<Deadline> ofKind(Call call, String unitKind) {
    return Arrays.stream(Part.values()).flatMap(part -> of(part, call, unitKind).stream()).toList();
  }

  private static List<Deadline> of(Part part, Call call, String unitKind) {
    return Arrays.stream(Channel.values())
        .flatMap(channel -> call.deadlineFor(part, unitKind, channel.code()).stream())
        .distinct()
        .toList();
  }
}
