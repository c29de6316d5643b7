package cn.baosong.desk.digest;

import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.Event;
import cn.baosong.desk.digest.DigestPost.NotSent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes once a day to each operator what is broken, and also that nothing is: an office that is
 * silent may be one that does not live. What left is in the journal, so that neither a restart nor
 * a rebuilt database sends it again; of several processes on one database one writes it.
 */
public final class DigestDesk {
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Supplier<List<Trouble>> troubles;
  private final DigestPost post;
  private final Books books;
  private final Rule rule;
  private final Clock clock;
  private final Clock machine;
  private volatile Optional<Failure> failure = Optional.empty();

  /** Where it is noted, and who writes it. */
  public record Books(Records records, Audit audit, DigestTurns turns) {}

  /**
   * To whom and when.
   *
   * @param to nobody when empty
   * @param at time of day in the office's zone
   */
  public record Rule(List<String> to, LocalTime at, ZoneId zone) {
    public Rule {
      to = List.copyOf(to);
    }
  }

  /**
   * Why today's has not left.
   *
   * @param at in real time
   */
  public record Failure(LocalDate day, Instant at, String why) {}

  /**
   * @param clock the office's clock, by which the day and the hour are told
   * @param machine real time, for another try
   */
  public DigestDesk(
      Supplier<List<Trouble>> troubles,
      DigestPost post,
      Books books,
      Rule rule,
      Clock clock,
      Clock machine) {
    this.troubles = troubles;
    this.post = post;
    this.books = books;
    this.rule = rule;
    this.clock = clock;
    this.machine = machine;
  }

  /** Why the last one did not leave; empty once it has. */
  public Optional<Failure> failure() {
    return failure;
  }

  /** Sends what is due; one that nobody took is tried again in a while. */
  public synchronized void look() {
    ZonedDateTime now = clock.instant().atZone(rule.zone());
    boolean resting =
        failure.filter(f -> machine.instant().isBefore(f.at().plus(AGAIN))).isPresent();
    if (rule.to().isEmpty() || resting || now.toLocalTime().isBefore(rule.at())) {
      return;
    }
    LocalDate day = now.toLocalDate();
    List<String> waiting = rule.to().stream().filter(to -> !isSent(day, to)).toList();
    if (waiting.isEmpty()) {
      failure = Optional.empty();
    } else {
      send(day, waiting);
    }
  }

  private void send(LocalDate day, List<String> to) {
    List<Trouble> all = troubles.get();
    try {
      for (String address : to) {
        if (books.turns().take(day, address)) {
          send(day, address, all);
        }
      }
      failure = Optional.empty();
    } catch (NotSent refused) {
      String why = String.valueOf(refused.getMessage());
      failure = Optional.of(new Failure(day, machine.instant(), why));
    }
  }

  /** Whose turn was another's until a moment ago sees here that it left. */
  private void send(LocalDate day, String address, List<Trouble> all) throws NotSent {
    if (isSent(day, address)) {
      return;
    }
    try {
      post.send(address, day, subject(day, all), text(day, all));
    } catch (NotSent refused) {
      books.turns().giveBack(day, address);
      throw refused;
    }
    books
        .audit()
        .note(
            subject(day, address),
            new Act(Act.Kind.DIGEST_SENT, Act.MACHINE, Integer.toString(all.size())));
  }

  private boolean isSent(LocalDate day, String address) {
    String subject = subject(day, address);
    List<Event> known = books.records().timelines(Set.of(subject)).getOrDefault(subject, List.of());
    return known.stream().anyMatch(event -> event.act().kind() == Act.Kind.DIGEST_SENT);
  }

  private static String subject(LocalDate day, String address) {
    return "digest/" + day + "/" + address;
  }

  private static String subject(LocalDate day, List<Trouble> all) {
    return all.isEmpty()
        ? "报送日报 " + day + "：一切正常 all well"
        : "报送日报 " + day + "：" + all.size() + " 项要处理 to be seen to";
  }

  private static String text(LocalDate day, List<Trouble> all) {
    StringBuilder text = new StringBuilder();
    text.append(
        all.isEmpty()
            ? day + " 没有故障，配置都已生效。\nNothing is broken, and every file is in effect.\n"
            : day + " 有下列故障或未生效的配置：\nThese are broken, or not in effect:\n");
    for (int i = 0; i < all.size(); i++) {
      Trouble trouble = all.get(i);
      text.append("\n").append(i + 1).append(". ").append(trouble.chinese());
      text.append("\n   ").append(trouble.english()).append("\n");
    }
    return text.append("\n本邮件由系统每日自动发出，不含个人信息；没有故障时也发，收不到即应查看系统。\n")
        .append(
            "Sent once a day by the office itself, without personal data, also when all is well.\n")
        .toString();
  }
}
