package cn.baosong.desk;

import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Stray;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Takes in parcels that nobody announced, so that none is lost, and settles whose they are. */
public final class StrayDesk {
  private final Strays strays;
  private final PaperDesk desk;
  private final Numbers numbers;
  private final UnitOfWork work;
  private final Clock clock;
  private final ZoneId zone;

  public StrayDesk(
      Strays strays, PaperDesk desk, Numbers numbers, UnitOfWork work, Clock clock, ZoneId zone) {
    this.strays = strays;
    this.desk = desk;
    this.numbers = numbers;
    this.work = work;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Takes one in.
   *
   * @param words what stands on the cover
   */
  public Stray keep(
      Channel channel, StatedParcel parcel, Instant received, String words, String user) {
    int year = clock.instant().atZone(zone).getYear();
    Stray stray =
        new Stray(
            numbers.nextPaper(year),
            channel,
            parcel,
            received,
            user,
            words.strip(),
            Optional.empty(),
            1);
    strays.save(stray, new Act(Act.Kind.STRAY_KEPT, user, words));
    return stray;
  }

  /**
   * Registers one under its own number and with its own time, once it is known whose it is.
   *
   * @param as call, unit and people; cover and time are those that were kept
   */
  public PaperRecord register(PaperNumber number, PaperDesk.Registration as, String user) {
    return work.inTransaction(
        () -> {
          Stray stray = waiting(number);
          PaperRecord paper =
              desk.register(as.kept(stray.received(), stray.by()), Optional.of(number), user);
          end(stray, Stray.Outcome.REGISTERED, paper.call() + " " + paper.unit(), user);
          return paper;
        });
  }

  /** Sends one on to another office. */
  public Stray forward(PaperNumber number, String to, String user) {
    if (to.isBlank()) {
      throw Refusal.invalid("to", "请写移送到哪个机关。", "Say which office it goes to.");
    }
    return work.inTransaction(
        () -> end(waiting(number), Stray.Outcome.FORWARDED, to.strip(), user));
  }

  private Stray end(Stray stray, Stray.Outcome outcome, String to, String user) {
    Stray ended = stray.ended(new Stray.Ending(outcome, clock.instant(), user, to));
    strays.save(ended, new Act(Act.Kind.STRAY_ENDED, user, outcome.name() + " " + to));
    return ended;
  }

  private Stray waiting(PaperNumber number) {
    return strays
        .find(number)
        .filter(stray -> stray.ending().isEmpty())
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "number", "没有这件待认领的邮件，或它已办结。", "No such parcel waits; it may be settled."));
  }
}
