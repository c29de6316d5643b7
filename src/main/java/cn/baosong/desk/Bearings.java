package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes the bearings of a package: whose it is and which call it answers. The registry and the
 * place of arrival beat what the package says; where they disagree, a clerk decides. A mail is a
 * unit's own only when its sender is known to speak for the unit.
 */
public final class Bearings {
  private final Calls calls;
  private final Units units;
  private final Optional<Speakers> speakers;
  private final Mentions mentions;
  private final ZoneId zone;

  /** Takes a package at its word, off line: whoever sent it. */
  public Bearings(Calls calls, Units units, ZoneId zone) {
    this(calls, units, Optional.empty(), zone);
  }

  public Bearings(Calls calls, Units units, Speakers speakers, ZoneId zone) {
    this(calls, units, Optional.of(speakers), zone);
  }

  private Bearings(Calls calls, Units units, Optional<Speakers> speakers, ZoneId zone) {
    this.calls = calls;
    this.units = units;
    this.speakers = speakers;
    this.mentions = new Mentions(calls, units);
    this.zone = zone;
  }

  /**
   * What was found; a part that is empty is told in the doubts.
   *
   * @param claimed in whose name it comes where it is not known to come from that unit
   */
  public record Found(
      Optional<Call> call, Optional<Unit> unit, Optional<Unit> claimed, List<Defect> doubts) {}

  public ZoneId zone() {
    return zone;
  }

  /**
   * Who speaks by the message of a package that came by mail, as it is known now; proven or not as
   * it was seen on receipt, where the names of trusted hosts are known.
   */
  public Optional<Sender> sender(Submission submission, Optional<Mail> mail) {
    return submission.first().channel() == Channel.EMAIL
        ? speakers.map(all -> sender(all, submission, mail))
        : Optional.empty();
  }

  private static Sender sender(Speakers all, Submission submission, Optional<Mail> mail) {
    return submission.sender().map(all::again).or(() -> mail.map(all::of)).orElse(Sender.NOBODY);
  }

  /**
   * A clerk's assignment stands; else the place of arrival or the sender are compared with the
   * package's own words.
   *
   * @param submission with its sender
   * @param mail the message that it came in; its words are hints for what the package leaves open
   */
  public Found of(Submission submission, Stated stated, Optional<Mail> mail) {
    List<Defect> doubts = new ArrayList<>();
    Optional<Call> call = call(submission, stated, mail);
    if (call.isEmpty()) {
      doubts.add(callUnknown(stated));
    }
    if (submission.unit().isPresent()) {
      Optional<Unit> assigned = submission.unit().flatMap(units::find);
      return new Found(call, assigned, Optional.empty(), doubts);
    }
    Whose whose = whose(submission, stated, mail);
    doubts.addAll(whose.doubts());
    return new Found(call, whose.unit(), whose.claimed(), doubts);
  }

  private Optional<Call> call(Submission submission, Stated stated, Optional<Mail> mail) {
    Optional<Call> assigned = submission.call().flatMap(calls::find);
    if (assigned.isPresent()) {
      return assigned;
    }
    return stated.call().isPresent()
        ? stated.call().flatMap(calls::match)
        : mail.flatMap(mentions::call);
  }

  private Whose whose(Submission submission, Stated stated, Optional<Mail> mail) {
    List<Unit> named = named(submission, stated);
    return submission
        .sender()
        .map(sender -> new SenderBearings(sender, units, mentions).of(named, mail))
        .orElseGet(() -> Whose.named(named, stated));
  }

  /** The units that the place of arrival and the package itself name. */
  List<Unit> named(Submission submission, Stated stated) {
    return Stream.of(submission.first().folderUnit(), stated.unitCode(), stated.unitName())
        .flatMap(Optional::stream)
        .flatMap(words -> found(words).stream())
        .distinct()
        .toList();
  }

  private Optional<Unit> found(String words) {
    Optional<Unit> byCode =
        words.isBlank() || words.length() > 64
            ? Optional.empty()
            : units.find(new UnitCode(words.strip()));
    return byCode.or(() -> units.match(words));
  }

  private static Defect callUnknown(Stated stated) {
    return new Defect(
        FindingCode.CALL_UNKNOWN.name(),
        "",
        stated.call().map(c -> "所写通知“" + c + "”不是在办通知，请认定。").orElse("材料未写明所报通知，请认定。"),
        false);
  }
}
