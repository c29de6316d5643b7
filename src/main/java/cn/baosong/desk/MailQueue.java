package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts a letter that was printed into the post. Where it goes is read off the registry of units and
 * off nothing that a sender wrote: not From, not Reply-To, not Cc.
 */
public final class MailQueue {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])SJ-\\d{4}-\\d{4,9}(?![\\w])");

  /** A mail that names more cases than these is a list of them. */
  private static final int MOST_NAMED = 10;

  private final Mailings mailings;
  private final Letters letters;
  private final Submissions submissions;
  private final Units units;
  private final Speakers speakers;
  private final Clock clock;
  private final ZoneId zone;
  private final boolean open;

  /** The records that are read and written. */
  public record Books(
      Mailings mailings,
      Letters letters,
      Submissions submissions,
      Units units,
      Speakers speakers) {}

  /**
   * @param clock of the office, whose day limits the answers to arrivals
   * @param open whether letters go by mail at all
   */
  public MailQueue(Books books, Clock clock, ZoneId zone, boolean open) {
    this.mailings = books.mailings();
    this.letters = books.letters();
    this.submissions = books.submissions();
    this.units = books.units();
    this.speakers = books.speakers();
    this.clock = clock;
    this.zone = zone;
    this.open = open;
  }

  /** Queues a letter that has just been printed, one mailing an address, in one transaction. */
  public void queue(Letter letter) {
    if (open && letter.kind().isMailed()) {
      Optional<UnitCode> unit = letter.submission().flatMap(this::unitOf);
      unit.ifPresent(found -> others(letter, found));
      post(letter, letter.unit().or(() -> unit));
    }
  }

  /** Posts a letter to addresses that were registered since; tells whether there are any. */
  boolean anew(Letter letter) {
    Optional<UnitCode> unit = letter.unit().or(() -> letter.submission().flatMap(this::unitOf));
    List<Mailing> known = mailings.ofLetter(letter.id());
    List<Mailing> added =
        reach(unit).stream()
            .map(address -> Mailing.of(letter, unit, address.strip(), MailingState.WAITING))
            .filter(next -> known.stream().noneMatch(k -> k.id().equals(next.id())))
            .toList();
    added.forEach(next -> mailings.save(next, Act.byMachine(Act.Kind.MAIL_QUEUED)));
    return !added.isEmpty();
  }

  /** Whether an address still stands in the registry. */
  boolean isRegistered(Mailing mailing) {
    return reach(mailing.unit()).stream()
        .anyMatch(address -> address.strip().equalsIgnoreCase(mailing.address()));
  }

  /**
   * Posts what was printed before anybody knew whose delivery it is: the receipt of a package whose
   * unit has been found.
   */
  public void catchUp(SubmissionNumber submission) {
    if (open) {
      unitOf(submission)
          .ifPresent(unit -> printed(submission).forEach(l -> post(l, Optional.of(unit))));
    }
  }

  /** Whose delivery it is, once that is settled: nothing goes out on what a package claims. */
  private Optional<UnitCode> unitOf(SubmissionNumber submission) {
    return submissions
        .find(submission)
        .filter(found -> found.state() != SubmissionState.UNASSIGNED)
        .flatMap(Submission::unit);
  }

  private void others(Letter letter, UnitCode unit) {
    letter.submission().stream()
        .flatMap(submission -> printed(submission).stream())
        .filter(earlier -> earlier.serial() < letter.serial())
        .forEach(earlier -> post(earlier, Optional.of(unit)));
  }

  /** A mail's receipt is written anew once it is known whose it is, and so is none of these. */
  private List<Letter> printed(SubmissionNumber submission) {
    if (submissions.find(submission).flatMap(Submission::sender).isPresent()) {
      return List.of();
    }
    return letters.of(submission).stream()
        .filter(l -> l.state() == LetterState.SENT && l.kind().isMailed())
        .filter(l -> mailings.ofLetter(l.id()).isEmpty())
        .toList();
  }

  private void post(Letter letter, Optional<UnitCode> unit) {
    if (!mailings.ofLetter(letter.id()).isEmpty()) {
      return;
    }
    for (String address : addresses(letter, unit)) {
      boolean withheld =
          letter.kind().answersArrival()
              && letter.submission().filter(s -> isHushed(address, s)).isPresent();
      MailingState state = withheld ? MailingState.WITHHELD : MailingState.WAITING;
      mailings.save(
          Mailing.of(letter, unit, address, state),
          Act.byMachine(withheld ? Act.Kind.MAIL_WITHHELD : Act.Kind.MAIL_QUEUED));
    }
  }

  /**
   * Whether nothing that only answers an arrival goes out on this one: two offices that acknowledge
   * each other's acknowledgements would never end, and not every one of them says that it is a
   * machine (RFC 3834). So what hangs together with a case, and brings no package, is answered with
   * that case, once a day.
   */
  private boolean isHushed(String address, SubmissionNumber submission) {
    Optional<Mail> mail = submissions.find(submission).flatMap(Submission::mail);
    return mailings.answered(address, submission, today())
        || mail.filter(m -> !m.isAnswerable()).isPresent()
        || mail.filter(m -> !m.bringsAPackage()).stream()
            .flatMap(this::cases)
            .anyMatch(earlier -> mailings.answered(address, earlier, today()));
  }

  /** The cases of which a mail speaks: by the letters that it answers, and by their numbers. */
  private Stream<SubmissionNumber> cases(Mail mail) {
    Stream<SubmissionNumber> answered =
        mail.thread().letters().stream()
            .flatMap(id -> letters.find(id).stream())
            .flatMap(letter -> letter.submission().stream());
    Stream<SubmissionNumber> named =
        NUMBER
            .matcher(mail.subject() + "\n" + mail.text())
            .results()
            .limit(MOST_NAMED)
            .map(found -> new SubmissionNumber(found.group()));
    return Stream.concat(answered, named).distinct();
  }

  private List<String> addresses(Letter letter, Optional<UnitCode> unit) {
    List<String> registered = letter.recipients().isEmpty() ? reach(unit) : letter.recipients();
    Map<String, String> once = new LinkedHashMap<>();
    registered.stream()
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .forEach(address -> once.putIfAbsent(address.toLowerCase(Locale.ROOT), address));
    return List.copyOf(once.values());
  }

  /** Every address that is known to be the unit's own. */
  private List<String> reach(Optional<UnitCode> unit) {
    return unit.flatMap(units::find).map(speakers::reachable).map(Unit::emails).orElse(List.of());
  }

  private Instant today() {
    return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }
}
