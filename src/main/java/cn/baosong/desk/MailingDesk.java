package cn.baosong.desk;

import cn.baosong.core.notice.AnswerTable;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.MailProvider;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.Mailing.Outcome;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.core.submission.Mail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The post: makes a mail of a letter, and enters what the other side answered. What is put off is
 * tried again under the same Message-ID; what is refused or comes back is a call to the unit.
 */
public final class MailingDesk {
  private final Mailings mailings;
  private final Letters letters;
  private final LetterDesk desk;
  private final LetterFiles files;
  private final PostRules rules;
  private final Clock machine;
  private final ZoneId zone;

  /** The records that are read and written. */
  public record Books(Mailings mailings, Letters letters, LetterFiles files) {}

  /**
   * @param machine real time, by which the daily cap is counted
   */
  public MailingDesk(Books books, LetterDesk desk, PostRules rules, Clock machine, ZoneId zone) {
    this.mailings = books.mailings();
    this.letters = books.letters();
    this.files = books.files();
    this.desk = desk;
    this.rules = rules;
    this.machine = machine;
    this.zone = zone;
  }

  /** The mail of a claimed mailing; printed again where the file is gone. */
  public Outgoing compose(String id) throws IOException {
    Mailing mailing =
        mailings.find(id).orElseThrow(() -> new IllegalStateException("no mailing " + id));
    Letter letter =
        letters
            .find(mailing.letter())
            .orElseThrow(() -> new IllegalStateException("no letter " + mailing.letter()));
    return new Outgoing(
        mailing,
        letter,
        desk.cover(letter),
        mailings.ofLetter(letter.id()).stream().map(Mailing::address).toList(),
        pdf(letter));
  }

  private Path pdf(Letter letter) throws IOException {
    Optional<Path> printed = files.find(letter, "pdf");
    if (printed.isEmpty()) {
      desk.print(letter.id());
    }
    return printed
        .or(() -> files.find(letter, "pdf"))
        .orElseThrow(() -> new IOException("letter " + letter.id() + " is not printed"));
  }

  /** The other side has taken it. A report that it came back may have been quicker. */
  public void taken(Mailing mailing, ServerAnswer answer) {
    pace(mailing);
    LocalDate today = LocalDate.ofInstant(machine.instant(), zone);
    if (mailings.taken(today) == rules.dailyCap()) {
      rest(today);
    }
    end(mailing, MailingState.SENT, new Outcome(Optional.empty(), answer), Act.Kind.MAIL_SENT);
  }

  private void rest(LocalDate today) {
    ZonedDateTime tomorrow = today.plusDays(1).atStartOfDay(zone);
    mailings.pause(
        Mailings.LINE,
        Duration.between(machine.instant(), tomorrow.toInstant()),
        Optional.of(new Mailings.Trouble(MailCause.DAILY_CAP, String.valueOf(rules.dailyCap()))));
  }

  /** The other side has not taken it. */
  public void failed(Mailing mailing, MailFailure failure) {
    String id = mailing.id();
    ServerAnswer answer = failure.answer();
    switch (failure.verdict()) {
      case REFUSED -> refuse(mailing, failure.cause(), answer);
      case LATER -> {
        pace(mailing);
        mailings.putOff(id, failure.cause(), answer, rules.retry(), true);
        giveUpIfLate(mailing, answer);
      }
      case PROVIDER_PAUSES -> {
        pause(MailProvider.of(mailing.address()), failure, rules.rest());
        mailings.putOff(id, failure.cause(), answer, rules.rest(), true);
        giveUpIfLate(mailing, answer);
      }
      case LINE_DOWN -> {
        Duration pause = failure.cause() == MailCause.FREQUENCY ? rules.rest() : rules.retry();
        pause(Mailings.LINE, failure, pause);
        mailings.putOff(id, failure.cause(), answer, pause, false);
      }
    }
  }

  private void giveUpIfLate(Mailing mailing, ServerAnswer answer) {
    if (mailings.putOffFor(mailing.id(), rules.giveUp())) {
      refuse(mailing, MailCause.GIVEN_UP, answer);
    }
  }

  private void pause(String provider, MailFailure failure, Duration pause) {
    mailings.pause(
        provider,
        pause,
        Optional.of(new Mailings.Trouble(failure.cause(), failure.answer().text())));
  }

  private void pace(Mailing mailing) {
    Duration pace = rules.paceOf(mailing.address());
    mailings.pause(MailProvider.of(mailing.address()), pace, Optional.empty());
  }

  private void refuse(Mailing mailing, MailCause cause, ServerAnswer answer) {
    end(
        mailing,
        MailingState.REFUSED,
        new Outcome(Optional.of(cause), answer),
        Act.Kind.MAIL_REFUSED);
  }

  private void end(Mailing mailing, MailingState end, Outcome said, Act.Kind kind) {
    if (mailings.find(mailing.id()).filter(m -> m.state() == MailingState.WAITING).isPresent()) {
      ServerAnswer answer = said.answer();
      String words = answer.code() == 0 ? answer.text() : answer.code() + " " + answer.text();
      mailings.save(mailing.ended(end, said), new Act(kind, Act.MACHINE, words));
    }
  }

  /**
   * A delivery report (RFC 3464) came: the mailing of this letter counts as undelivered. A report
   * of mere delay changes nothing.
   *
   * @param recipient as the report names it; where it names none, every address of the letter
   * @param status such as {@code 5.1.1}
   * @param words what the other side said
   * @return the mailings that it changed
   */
  public List<Mailing> bounced(
      String letter, Optional<String> recipient, String status, String words) {
    if (status.startsWith("2") || status.startsWith("4")) {
      return List.of();
    }
    List<Mailing> all = mailings.ofLetter(letter);
    List<Mailing> named =
        all.stream()
            .filter(m -> recipient.filter(r -> r.strip().equalsIgnoreCase(m.address())).isPresent())
            .toList();
    return (named.isEmpty() && (recipient.isEmpty() || all.size() == 1) ? all : named)
        .stream().filter(MailingDesk::canBounce).map(m -> bounce(m, status, words)).toList();
  }

  /** The same, as a mail that came tells of it. */
  public List<Mailing> bounced(String letter, Mail.Bounce report) {
    boolean delayed = report.action().filter("delayed"::equalsIgnoreCase).isPresent();
    String status = delayed ? "4.0.0" : report.status().orElse("5.0.0");
    return bounced(letter, report.recipient(), status, report.reason().orElse(""));
  }

  private static boolean canBounce(Mailing mailing) {
    return mailing.state() == MailingState.SENT || mailing.state() == MailingState.WAITING;
  }

  private Mailing bounce(Mailing mailing, String status, String words) {
    ServerAnswer answer = new ServerAnswer(0, (status + " " + words).strip());
    Mailing back =
        mailing.ended(
            MailingState.BOUNCED,
            new Outcome(Optional.of(AnswerTable.ofReport(status, words)), answer));
    mailings.save(back, new Act(Act.Kind.MAIL_BOUNCED, Act.MACHINE, answer.text()));
    return back;
  }

  /** Forgets all pauses, so that what waits goes at once. */
  public void tryNow() {
    mailings.hurry();
  }

  /** Whether, and how, letters leave by mail. */
  public PostRules.Line line() {
    return rules.line();
  }

  /** What stands in the way of all letters. */
  public Optional<Mailings.Standing> trouble() {
    return Optional.ofNullable(mailings.standings().get(Mailings.LINE));
  }

  public Mailings.Queue queue() {
    return mailings.queue();
  }
}
